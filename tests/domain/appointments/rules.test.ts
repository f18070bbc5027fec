import { describe, expect, it } from "vitest";
import {
  checkBooking,
  checkEnd,
  checkIsBooked,
  checkTimes,
  NOT_FOUND,
  type BookingFacts,
} from "../../../src/domain/appointments/rules.js";

const NOW = new Date("2030-01-07T08:00:00Z");
const at = (time: string): Date => new Date(`2030-01-07T${time}Z`);
const LAST = new Date("9999-12-31T23:59:59Z");
const minutesBefore = (time: Date, minutes: number): Date =>
  new Date(time.getTime() - minutes * 60_000);

const inPast = { code: "STARTS_IN_PAST", path: ["startsAt"] };
const tooLate = { code: "STARTS_TOO_LATE", path: ["startsAt"] };
const outOfRange = {
  code: "DURATION_OUT_OF_RANGE",
  path: ["durationMinutes"],
  minimumMinutes: 15,
  maximumMinutes: 180,
};

describe("the times of an appointment", () => {
  it("start after now, in whole seconds", () => {
    expect(checkTimes({ startsAt: NOW }, NOW)).toEqual([inPast]);
    expect(checkTimes({ startsAt: at("08:00:00.999") }, NOW)).toEqual([inPast]);
    expect(checkTimes({ startsAt: at("08:00:01") }, NOW)).toEqual([]);
    expect(checkTimes({ startsAt: at("08:00:01") }, at("08:00:01.001"))).toEqual([inPast]);
  });

  it("take 15 to 180 minutes", () => {
    for (const durationMinutes of [15, 16, 179, 180]) {
      expect(checkTimes({ durationMinutes }, NOW)).toEqual([]);
    }
    for (const durationMinutes of [-30, 0, 14, 181, NaN]) {
      expect(checkTimes({ durationMinutes }, NOW)).toEqual([outOfRange]);
      expect(checkTimes({ startsAt: at("09:00:00"), durationMinutes }, NOW)).toEqual([outOfRange]);
    }
  });

  it("end at the last second that the calendar has, or before", () => {
    const ending = (startsAt: Date) => checkTimes({ startsAt, durationMinutes: 15 }, NOW);
    expect(ending(minutesBefore(LAST, 15))).toEqual([]);
    expect(ending(new Date(minutesBefore(LAST, 15).getTime() + 1_000))).toEqual([tooLate]);
  });

  it("can be asked for one by one, or not at all", () => {
    expect(checkTimes({}, NOW)).toEqual([]);
    expect(checkTimes({ startsAt: LAST }, NOW)).toEqual([]);
    expect(checkTimes({ startsAt: NOW, durationMinutes: 14 }, NOW)).toEqual([inPast, outOfRange]);
  });
});

const POSSIBLE: BookingFacts = {
  startsAt: at("09:00:00"),
  durationMinutes: 30,
  now: NOW,
  doctor: { id: 1, isActive: true },
  patientExists: true,
  blocking: null,
  calendar: null,
  holdKey: null,
};

describe("a booking", () => {
  it("has nothing against it with an active doctor, a known patient and free time", () => {
    expect(checkBooking(POSSIBLE)).toEqual([]);
  });

  it("needs a doctor who exists and takes appointments", () => {
    expect(checkBooking({ ...POSSIBLE, doctor: null })).toEqual([
      { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] },
    ]);
    expect(checkBooking({ ...POSSIBLE, doctor: { id: 1, isActive: false } })).toEqual([
      { code: "DOCTOR_INACTIVE", path: ["doctorId"] },
    ]);
  });

  it("needs a patient who exists", () => {
    expect(checkBooking({ ...POSSIBLE, patientExists: false })).toEqual([
      { code: "PATIENT_NOT_FOUND", path: ["patientId"] },
    ]);
  });

  it("is told which appointment of the doctor is in its way", () => {
    const blocking = { startsAt: at("08:45:00"), endsAt: at("09:15:00") };
    expect(checkBooking({ ...POSSIBLE, blocking })).toEqual([
      { code: "SLOT_TAKEN", path: ["startsAt"], blocking },
    ]);
  });

  it("is refused for all reasons at once", () => {
    const blocking = { startsAt: at("07:45:00"), endsAt: at("08:15:00") };
    const facts = { doctor: null, patientExists: false, startsAt: NOW, durationMinutes: 200 };
    expect(checkBooking({ ...POSSIBLE, ...facts, blocking }).map(({ code }) => code)).toEqual([
      "DOCTOR_NOT_FOUND",
      "PATIENT_NOT_FOUND",
      "STARTS_IN_PAST",
      "DURATION_OUT_OF_RANGE",
      "SLOT_TAKEN",
    ]);
  });
});

describe("an appointment in a status", () => {
  const notBooked = (status: string) => [
    { code: "APPOINTMENT_NOT_BOOKED", path: ["appointmentId"], status },
  ];
  const startsAt = at("09:00:00");

  it("can be moved only while it is booked", () => {
    expect(checkIsBooked({ status: "BOOKED", startsAt })).toEqual([]);
    for (const status of ["CANCELLED", "COMPLETED", "NO_SHOW"] as const) {
      expect(checkIsBooked({ status, startsAt })).toEqual(notBooked(status));
    }
  });

  it("can be completed or marked as a no-show from its start on, and cancelled at any time", () => {
    const booked = { status: "BOOKED", startsAt } as const;
    const notStarted = [{ code: "APPOINTMENT_NOT_STARTED", path: ["appointmentId"], startsAt }];
    for (const end of ["COMPLETED", "NO_SHOW"] as const) {
      expect(checkEnd(booked, end, at("08:59:59.999"))).toEqual(notStarted);
      expect(checkEnd(booked, end, startsAt)).toEqual([]);
      expect(checkEnd(booked, end, at("09:00:01"))).toEqual([]);
    }
    expect(checkEnd(booked, "CANCELLED", NOW)).toEqual([]);
    expect(checkEnd(booked, "CANCELLED", at("10:00:00"))).toEqual([]);
  });

  it("does not get another final status, whatever the time", () => {
    for (const status of ["CANCELLED", "COMPLETED", "NO_SHOW"] as const) {
      for (const end of ["CANCELLED", "COMPLETED", "NO_SHOW"] as const) {
        expect(checkEnd({ status, startsAt }, end, NOW)).toEqual(notBooked(status));
      }
    }
  });

  it("that does not exist is not found by its id", () => {
    expect(NOT_FOUND).toEqual({ code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] });
  });
});
