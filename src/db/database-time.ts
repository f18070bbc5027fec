/** How the database is told of a moment: the driver itself would write it in the machine's own time zone. */
export const toDatabaseTime = (time: Date): string => time.toISOString().slice(0, -1);
