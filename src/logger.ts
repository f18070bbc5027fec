import { pino, type Logger } from "pino";

/** Creates the logger: one line of JSON for each event, or coloured text in a terminal. */
export function createLogger(level: string, isTerminal = process.stdout.isTTY): Logger {
  return pino({
    level,
    base: null,
    redact: ["*.email", "*.phoneNumber", "*.firstName", "*.lastName", "*.fullName", "*.variables"],
    ...(isTerminal && {
      transport: {
        target: "pino-pretty",
        options: { singleLine: true, translateTime: "SYS:HH:MM:ss" },
      },
    }),
  });
}
