import { describe, expect, it } from "vitest";
import { seedIfEmpty } from "../../prisma/seed.js";
import { audit } from "../../src/commands/audit.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import { connect, ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { auditTables } from "../../src/domain/audit.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

const CHECKS = ["duration", "end", "start", "cancellation"].map((name) => {
  return `ALTER TABLE appointments DROP CONSTRAINT appointments_${name}_check`;
});

const PEOPLE = `
  INSERT INTO doctors (id, full_name, specialty, created_at, updated_at) VALUES
    (1, 'Dr. One', 'Cardiology', NOW(), NOW()), (2, 'Dr. Two', 'Cardiology', NOW(), NOW());
  INSERT INTO patients (id, first_name, last_name, email, email_key, phone_number, created_at, updated_at)
  VALUES (1, 'Maria', 'Lopez', 'Maria@example.com', 'maria@example.com', '1', NOW(), NOW())`;

/** Runs SQL as a client that nothing holds back: without checks, foreign keys or strict mode. */
async function bypass(url: string, ...statements: string[]): Promise<void> {
  const connection = await connect(url);
  try {
    await connection.query("SET foreign_key_checks = 0, sql_mode = ''");
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** Hours from 9 to 17 on Mondays, as the API writes them. */
const schedule = (id: number, doctorId: number, fields: Record<string, string> = {}) => {
  const row = {
    valid_from: "'2020-01-01'",
    hours: "'[[1,540,1020]]'",
    slot_minutes: "15",
    gap_minutes: "0",
    minimum_notice_minutes: "0",
    created_at: "NOW()",
    updated_at: "NOW()",
    ...fields,
  };
  return `INSERT INTO schedules (id, doctor_id, ${Object.keys(row).join()})
    VALUES (${id}, ${doctorId}, ${Object.values(row).join()})`;
};

const exception = (id: number, doctorId: number, from: string, until: string) =>
  `INSERT INTO schedule_exceptions (id, doctor_id, kind, local_from, local_until, created_at)
   VALUES (${id}, ${doctorId}, 'TIME_OFF', '${from}', '${until}', NOW())`;

const hold = (key: string, doctorId: number, expiresAt: string) =>
  `INSERT INTO slot_holds (hold_key, doctor_id, starts_at, ends_at, expires_at, created_at)
   VALUES ('${key}', ${doctorId}, '2030-01-07 09:00', '2030-01-07 09:30', ${expiresAt}, NOW())`;

const OPEN_CALENDARS = "UPDATE doctors SET time_zone = 'Europe/Berlin', has_calendar = true";

const appointment = (id: number, fields: Record<string, string> = {}) => {
  const row = {
    patient_id: "1",
    doctor_id: "1",
    starts_at: `'2030-01-${String(id).padStart(2, "0")} 09:00:00'`,
    ends_at: `'2030-01-${String(id).padStart(2, "0")} 09:30:00'`,
    duration_minutes: "30",
    created_at: "NOW()",
    updated_at: "NOW()",
    ...fields,
  };
  return `INSERT INTO appointments (id, ${Object.keys(row).join()}) VALUES (${id}, ${Object.values(row).join()})`;
};

/** What the audit of a database with these rows says, without its summary. */
async function findings(...statements: string[]): Promise<string[]> {
  const lines: string[] = [];
  await withScratchDatabase(async (url) => {
    await ensureSchema(url);
    await bypass(url, ...CHECKS, PEOPLE, ...statements);
    const { isClean } = await audit(url, (line) => lines.push(line.replace(/ +/, " ")));
    expect(isClean).toBe(lines.every((line) => line.startsWith("NOTE")));
  });
  return lines;
}

describe("the audit", () => {
  it("finds nothing in the demo clinic, and writes nothing", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await seedIfEmpty(url);
      const state = () =>
        execute(
          url,
          "CHECKSUM TABLE patients, doctors, appointments, idempotency_keys, schedules, schedule_exceptions, slot_holds",
        );
      const before = await state();
      const { summary, isClean } = await audit(url, (line) => {
        throw new Error(line);
      });
      expect(isClean).toBe(true);
      expect(summary).toMatch(
        /^Nothing is wrong\. Found: nothing\. Checked: 13 patients, 9 doctors, \d\d appointments, 0 /,
      );
      expect(summary).toMatch(/ 4 schedules, 2 schedule_exceptions, 0 slot_holds\.$/);
      expect(await state()).toEqual(before);
    });
  });

  it("finds overlaps, also with an appointment that is not the one just before", async () => {
    const at = (day: number, start: string, end: string, minutes: number, more = {}) => ({
      starts_at: `'2020-02-0${day} ${start}'`,
      ends_at: `'2020-02-0${day} ${end}'`,
      duration_minutes: `${minutes}`,
      ...more,
    });
    expect(
      await findings(
        appointment(1, at(1, "09:00", "12:00", 180)),
        appointment(2, at(1, "09:30", "10:00", 30)),
        appointment(3, at(1, "11:45", "12:15", 30)),
        appointment(4, at(1, "12:15", "12:45", 30)),
        // Cancelled ones hold no time, other doctors have their own, and equal times are the worst.
        appointment(5, at(1, "09:00", "12:00", 180, { status: "'CANCELLED'" })),
        appointment(6, at(1, "09:00", "12:00", 180, { doctor_id: "2" })),
        appointment(7, at(2, "09:00", "09:30", 30, { status: "'NO_SHOW'" })),
        appointment(8, at(2, "09:00", "09:30", 30, { status: "'COMPLETED'" })),
      ),
    ).toEqual([
      "OVERLAP Appointments 1 and 2 overlap with doctor 1.",
      "OVERLAP Appointments 1 and 3 overlap with doctor 1.",
      "OVERLAP Appointments 7 and 8 overlap with doctor 1.",
    ]);
  });

  it("notes what is said to be over and has not begun", async () => {
    const never = { starts_at: "'9999-01-01 09:00'", ends_at: "'9999-01-01 09:30'" };
    const past = { starts_at: "'2020-01-01 09:00'", ends_at: "'2020-01-01 09:30'" };
    expect(
      await findings(
        appointment(1, { ...never, status: "'COMPLETED'" }),
        appointment(2, { ...never, doctor_id: "2", status: "'NO_SHOW'" }),
        appointment(3, { ...never, status: "'CANCELLED'" }),
        appointment(4, { ...past, status: "'COMPLETED'" }),
      ),
    ).toEqual([
      "NOTE Appointment 1 is COMPLETED and has not begun.",
      "NOTE Appointment 2 is NO_SHOW and has not begun.",
    ]);
  });

  it("carries an overlap over the border of its pages", async () => {
    // A page has 100 rows.
    const days = Array.from({ length: 1_250 }, (_, day) => {
      const date = new Date(Date.UTC(2030, 0, 1 + day)).toISOString().slice(0, 10);
      return `(1, 1, '${date} 09:00', '${date} 09:30', 30, NOW(), NOW())`;
    });
    const columns =
      "patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at";
    const fill = `INSERT INTO appointments (${columns}) VALUES ${days.join()}`;
    const [long] = [`(1, 1, '2030-01-01 00:00', '2033-06-01 00:00', 30, NOW(), NOW())`];
    const lines = await findings(fill, `INSERT INTO appointments (${columns}) VALUES ${long}`);
    const overlaps = lines.filter((line) => line.startsWith("OVERLAP"));
    expect(overlaps).toHaveLength(1_247);
    expect(lines).toHaveLength(1_248);
  });

  it("reports no overlap with where an appointment stood before it was moved", async () => {
    // One on each of a hundred days, which are a page, and one more, so that there is another page. The
    // last of the first page is moved before that is read, and its old time given to another.
    const booked = Array.from({ length: 101 }, (_, index) => {
      const day = new Date(Date.UTC(2030, 0, 1 + index)).toISOString().slice(0, 10);
      const times = { starts_at: `'${day} 09:00'`, ends_at: `'${day} 09:30'` };
      return appointment(index + 1, times);
    });
    const sameDay = { starts_at: "'2030-04-10 09:20'", ends_at: "'2030-04-10 09:50'" };
    const other = appointment(102, { ...sameDay, status: "'CANCELLED'" });
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await bypass(url, ...CHECKS, PEOPLE, ...booked, other);
      const db = openDatabase(url, { connectionLimit: 2 });
      const found: unknown[] = [];
      try {
        let isMoved = false;
        for await (const { table, rows, findings: some } of auditTables(db)) {
          found.push(...some);
          if (table !== "appointments" || rows > 0 || isMoved) continue;
          await bypass(
            url,
            "UPDATE appointments SET starts_at = '2030-04-10 09:10', ends_at = '2030-04-10 09:15' WHERE id = 100",
            "UPDATE appointments SET status = 'BOOKED' WHERE id = 102",
          );
          isMoved = true;
        }
        expect(isMoved).toBe(true);
      } finally {
        await db.close();
      }
      expect(found).toEqual([]);
    });
  });

  it("finds appointments without people, and reports keys that outlived their appointments", async () => {
    expect(
      await findings(
        appointment(1, { patient_id: "77" }),
        appointment(2, { doctor_id: "88" }),
        `INSERT INTO idempotency_keys VALUES ('secret', REPEAT('a', 64), 99, NOW()), ('other', REPEAT('a', 64), 1, NOW())`,
      ),
    ).toEqual([
      "ORPHAN Appointment 1 is of patient 77, who does not exist.",
      "ORPHAN Appointment 2 is with doctor 88, who does not exist.",
      "NOTE An idempotency key stands for appointment 99, which is not there (any more).",
    ]);
  });

  it("finds times, durations and statuses that no rule lets in", async () => {
    const end = "does not end when its duration after its start is over.";
    const noTime = "starts at what is no time in whole seconds since 2000.";
    expect(
      await findings(
        appointment(1, { duration_minutes: "14" }),
        appointment(2, { ends_at: "'2030-01-02 09:31'" }),
        appointment(3, { starts_at: "'2031-02-31'" }),
        appointment(4, { starts_at: "'1999-01-01 09:00'", ends_at: "'1999-01-01 09:30'" }),
        appointment(5, { status: "'SOLD'" }),
        appointment(6, { cancellation_reason: "'ill'" }),
        appointment(7, { cancellation_reason: "'ill'", status: "'CANCELLED'" }),
        appointment(8, { updated_at: "0" }),
        "ALTER TABLE appointments MODIFY starts_at DATETIME(3) NOT NULL",
        appointment(9, { starts_at: "'2030-01-09 09:00:00.5'" }),
      ),
    ).toEqual(
      // With fractions in the column, each start's text has some.
      expect.arrayContaining([
        "TIME Appointment 1 takes 14 minutes, not 15 to 180.",
        `TIME Appointment 2 ${end}`,
        `TIME Appointment 3 ${noTime}`,
        `TIME Appointment 4 ${noTime}`,
        "STATUS Appointment 5 has a status that does not exist.",
        "STATUS Appointment 6 has a cancellation reason but is not cancelled.",
        "TIME Appointment 8 has no real time in updatedAt.",
        `TIME Appointment 9 ${noTime}`,
      ]),
    );
  });

  it("finds nothing at the bounds of the rules", async () => {
    const times = (start: string, end: string, minutes: number) => {
      return { starts_at: `'${start}'`, ends_at: `'${end}'`, duration_minutes: `${minutes}` };
    };
    expect(
      await findings(
        appointment(1, times("2000-01-01 00:00:00", "2000-01-01 00:15:00", 15)),
        appointment(2, times("2030-01-02 09:00:00", "2030-01-02 12:00:00", 180)),
        appointment(3, { ...times("2030-01-02 12:00:00", "2030-01-02 12:15:00", 15) }),
        appointment(4, { status: "'CANCELLED'" }),
      ),
    ).toEqual([]);
  });

  it("finds durations beyond the bounds, and starts before 2000", async () => {
    expect(
      await findings(
        appointment(1, { duration_minutes: "181", ends_at: "'2030-01-01 12:01:00'" }),
        appointment(2, { starts_at: "'1999-12-31 23:59:59'", ends_at: "'2000-01-01 00:29:59'" }),
      ),
    ).toEqual([
      "TIME Appointment 1 takes 181 minutes, not 15 to 180.",
      "TIME Appointment 2 starts at what is no time in whole seconds since 2000.",
    ]);
  });

  it("finds unfit texts and times of doctors and patients, each by its field", async () => {
    expect(
      await findings(
        "UPDATE doctors SET full_name = '', created_at = 0 WHERE id = 1",
        "UPDATE doctors SET specialty = '', updated_at = 0 WHERE id = 2",
        "UPDATE patients SET phone_number = '', created_at = 0, updated_at = 0",
      ),
    ).toEqual([
      "TEXT Patient 1 has a phoneNumber refused as REQUIRED.",
      "TIME Patient 1 has no real time in createdAt.",
      "TIME Patient 1 has no real time in updatedAt.",
      "TEXT Doctor 1 has a fullName refused as REQUIRED.",
      "TIME Doctor 1 has no real time in createdAt.",
      "TEXT Doctor 2 has a specialty refused as REQUIRED.",
      "TIME Doctor 2 has no real time in updatedAt.",
    ]);
  });

  it("says all that is wrong with one appointment, and of whom it is", async () => {
    expect(
      await findings(
        appointment(1, {
          patient_id: "77",
          doctor_id: "88",
          duration_minutes: "14",
          status: "'SOLD'",
          cancellation_reason: "'ill'",
          created_at: "0",
        }),
      ),
    ).toEqual([
      "ORPHAN Appointment 1 is of patient 77, who does not exist.",
      "ORPHAN Appointment 1 is with doctor 88, who does not exist.",
      "TIME Appointment 1 takes 14 minutes, not 15 to 180.",
      "TIME Appointment 1 does not end when its duration after its start is over.",
      "STATUS Appointment 1 has a status that does not exist.",
      "STATUS Appointment 1 has a cancellation reason but is not cancelled.",
      "TIME Appointment 1 has no real time in createdAt.",
    ]);
  });

  it.each([
    ["ends before the other starts", "ends_at = '2030-01-01 09:20' WHERE id = 1", false],
    ["starts when the other ends", "starts_at = '2030-01-01 09:30' WHERE id = 2", false],
    ["is with another doctor", "doctor_id = 2 WHERE id = 1", false],
    ["is cancelled", "status = 'CANCELLED' WHERE id = 2", false],
    ["still overlaps", "ends_at = '2030-01-01 09:21' WHERE id = 1", true],
  ])("looks at an overlap again, where one of the two %s meanwhile", async (_, change, stays) => {
    const times = { starts_at: "'2030-01-01 09:20'", ends_at: "'2030-01-01 09:50'" };
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await bypass(url, ...CHECKS, PEOPLE, appointment(1), appointment(2, times));
      const db = openDatabase(url, { connectionLimit: 2 });
      const found: string[] = [];
      // The fifth read is the first page of the calendars, behind one page of each table and the shared emails.
      let reads = 0;
      const read: Database["read"] = async (work) => {
        reads += 1;
        const rows = await db.read(work);
        if (reads === 5) await bypass(url, `UPDATE appointments SET ${change}`);
        return rows;
      };
      try {
        for await (const { findings: some } of auditTables({ ...db, read })) {
          found.push(...some.map(({ sentence }) => sentence));
        }
      } finally {
        await db.close();
      }
      expect(found).toEqual(stays ? ["Appointments 1 and 2 overlap with doctor 1."] : []);
    });
  });

  it("finds emails with another's key, emails that two have, and unfit texts", async () => {
    const patient = (id: number, email: string, key: string, name = "Ann") =>
      `INSERT INTO patients (id, first_name, last_name, email, email_key, phone_number, created_at, updated_at)
       VALUES (${id}, '${name}', 'Berg', '${email}', '${key}', '1', NOW(), NOW())`;
    const lines = await findings(
      "ALTER TABLE patients DROP INDEX patients_email_key",
      "CREATE INDEX patients_email_key ON patients (email_key)",
      patient(2, "ann@example.com", "someone@example.com"),
      patient(3, "MARIA@example.com", "maria@example.com"),
      patient(4, "Zoë@MÜNCHEN.de", "zoë@xn--mnchen-3ya.de", ""),
    );
    expect(lines).toEqual([
      "EMAIL Patient 2 has an email_key that is not the key of the email.",
      "TEXT Patient 4 has a firstName refused as REQUIRED.",
      "EMAIL Patients 1, 3 share one email.",
    ]);
    expect(lines.join()).not.toMatch(/Ann|Berg|@/);
  });

  it("finds hours that are none, and zones that do not exist", async () => {
    const noHours = "has a text in hours that is no hours of a week.";
    expect(
      await findings(
        OPEN_CALENDARS,
        ...["hours", "validity", "slot", "gap"].map(
          (name) => `ALTER TABLE schedules DROP CONSTRAINT schedules_${name}_check`,
        ),
        // MySQL keeps an index for the foreign key.
        "ALTER TABLE schedules ADD INDEX (doctor_id), DROP INDEX schedules_doctor_id_valid_from_key",
        ...[
          "nonsense",
          "{}",
          "[[0,540,600]]",
          "[[1,540]]",
          "[[1,540,1441]]",
          '[["1",540,600]]',
        ].map((text, index) => schedule(index + 1, 1, { hours: `'${text}'` })),
        schedule(11, 2, { hours: "'[[1,540,720],[2,540,720],[1,700,800]]'" }),
        schedule(12, 2, { hours: "'[[1,600,600]]'" }),
        schedule(13, 2, { valid_until: "'2019-12-31'" }),
        schedule(14, 2, { slot_minutes: "4", gap_minutes: "121" }),
        schedule(15, 2, { valid_from: "0" }),
        schedule(16, 2, { hours: "'[[1,540,720],[1,720,1440]]'", valid_until: "'2020-01-01'" }),
        "UPDATE doctors SET time_zone = 'Europe/Atlantis' WHERE id = 2",
      ),
    ).toEqual([
      "HOURS Doctor 2 has a time zone that does not exist.",
      ...[1, 2, 3, 4, 5, 6].map((id) => `HOURS Schedule ${id} ${noHours}`),
      "HOURS Schedule 11 has a hours.2 refused as HOURS_INVALID.",
      "HOURS Schedule 12 has a hours.0 refused as HOURS_INVALID.",
      "HOURS Schedule 13 has a validUntil refused as VALIDITY_INVALID.",
      "HOURS Schedule 14 has a slotMinutes refused as NUMBER_OUT_OF_RANGE.",
      "HOURS Schedule 14 has a gapMinutes refused as NUMBER_OUT_OF_RANGE.",
      "HOURS Schedule 15 is valid on what is no date.",
    ]);
  });

  it("finds what bookings would not look at, and what is of nobody", async () => {
    const notLookedAt = "whose has_calendar says that bookings need not look at it.";
    expect(
      await findings(
        "UPDATE doctors SET has_calendar = true WHERE id = 1",
        schedule(1, 1),
        schedule(2, 2),
        schedule(3, 88),
        exception(1, 2, "2030-01-07", "2030-01-08"),
        "ALTER TABLE schedule_exceptions DROP CONSTRAINT schedule_exceptions_order_check",
        exception(2, 88, "2030-01-07", "2030-01-07"),
        hold("secret-1", 1, "UTC_TIMESTAMP() + INTERVAL 1 HOUR"),
        hold("secret-2", 2, "UTC_TIMESTAMP() + INTERVAL 1 HOUR"),
        hold("secret-3", 88, "UTC_TIMESTAMP() + INTERVAL 1 HOUR"),
      ),
    ).toEqual([
      "HOURS Schedule 1 is of doctor 1, who has no time zone.",
      "HOURS Schedule 2 is of doctor 2, who has no time zone.",
      `HOURS Schedule 2 is of doctor 2, ${notLookedAt}`,
      "ORPHAN Schedule 3 is of doctor 88, who does not exist.",
      "HOURS Schedule exception 1 is of doctor 2, who has no time zone.",
      `HOURS Schedule exception 1 is of doctor 2, ${notLookedAt}`,
      "ORPHAN Schedule exception 2 is of doctor 88, who does not exist.",
      "HOURS Schedule exception 2 does not end after it starts.",
      `HOURS A hold is of doctor 2, ${notLookedAt}`,
      "ORPHAN A hold is of doctor 88, who does not exist.",
    ]);
  });

  it("notes booked appointments in the future outside the hours, and expired holds", async () => {
    const at = (start: string, end: string, more = {}) => ({
      starts_at: `'${start}'`,
      ends_at: `'${end}'`,
      ...more,
    });
    expect(
      await findings(
        OPEN_CALENDARS,
        schedule(1, 1),
        // Mondays: 9 to 17 in Berlin is 8 to 16 in winter.
        appointment(1, at("2035-01-08 08:00", "2035-01-08 08:30")),
        appointment(2, at("2035-01-08 15:45", "2035-01-08 16:15")),
        appointment(3, at("2035-01-09 09:00", "2035-01-09 09:30")),
        appointment(4, at("2035-01-09 10:00", "2035-01-09 10:30", { status: "'CANCELLED'" })),
        appointment(5, at("2021-01-05 10:00", "2021-01-05 10:30")),
        appointment(6, at("2035-01-09 09:00", "2035-01-09 09:30", { doctor_id: "2" })),
        appointment(7, at("2035-01-15 09:00", "2035-01-15 09:30", { doctor_id: "2" })),
        exception(1, 2, "2035-01-15 00:00", "2035-01-15 10:01"),
        hold("secret-1", 1, "UTC_TIMESTAMP()"),
        hold("secret-2", 2, "UTC_TIMESTAMP() - INTERVAL 1 DAY"),
        hold("secret-3", 2, "UTC_TIMESTAMP() + INTERVAL 1 HOUR"),
      ),
    ).toEqual([
      "NOTE 2 holds have expired and can be deleted, which a server does every hour.",
      "NOTE Appointment 2 is not within the hours of doctor 1.",
      "NOTE Appointment 3 is not within the hours of doctor 1.",
      "NOTE Appointment 7 is not within the hours of doctor 2.",
    ]);
  });

  it("asks for the tables where there are none", async () => {
    await withScratchDatabase(async (url) => {
      await expect(audit(url, () => undefined)).rejects.toThrow("npm run db:migrate");
    });
  });
});
