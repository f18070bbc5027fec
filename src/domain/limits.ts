/** The most characters (Unicode code points, as the database counts them) that each kind of text may have. */
export const MAXIMUM_LENGTH = {
  /** A first name, a last name, a doctor's full name, a specialty. */
  name: 100,
  email: 100,
  phoneNumber: 32,
  /** What the earlier system's callers may send. */
  legacyPhoneNumber: 10,
  cancellationReason: 500,
  idempotencyKey: 255,
  holdKey: 255,
  scheduleNote: 500,
  /** What is searched for: a first and a last name with a space between them, as far as an index holds them. */
  search: 201,
} as const;

/** The ranges of the numbers of a schedule. */
export const SCHEDULE_NUMBERS = {
  slotMinutes: { minimum: 5, maximum: 180 },
  gapMinutes: { minimum: 0, maximum: 120 },
  minimumNoticeMinutes: { minimum: 0, maximum: 43_200 },
  horizonDays: { minimum: 0, maximum: 3_660 },
} as const;

/** The most schedules of one doctor, each of which every booking of the doctor reads. */
export const MAXIMUM_SCHEDULES = 100;

/** For how many minutes a time can be held. */
export const HOLD_MINUTES = { minimum: 1, maximum: 30 } as const;

/**
 * Whether `text` could, in Unicode's composed form, have at most so many characters. It looks at the length alone, so
 * that no work is done on what is far too long: up to four UTF-16 units make one character.
 */
export const canFit = (text: string, maximumLength: number): boolean =>
  text.length <= 4 * maximumLength;

/** How many characters a text has, as the database counts them. */
export const characters = (text: string): number => Array.from(text).length;
