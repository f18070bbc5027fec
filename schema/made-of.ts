const PATIENT_ORDERS = ["Patient.createdAt", "Patient.lastName", "Patient.firstName"];
const DOCTOR_ORDERS = ["Doctor.createdAt", "Doctor.fullName"];
const APPOINTMENT_ORDERS = ["Appointment.startsAt", "Appointment.createdAt"];
const CURSOR = [...PATIENT_ORDERS, ...DOCTOR_ORDERS, ...APPOINTMENT_ORDERS];

/** The fields whose values contain those of other fields, and these. Cursors contain the columns of an order. */
export const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  "Patient.fullName": ["Patient.firstName", "Patient.lastName"],
  "Appointment.endsAt": ["Appointment.startsAt", "Appointment.durationMinutes"],
  "PatientEdge.cursor": PATIENT_ORDERS,
  "DoctorEdge.cursor": DOCTOR_ORDERS,
  "AppointmentEdge.cursor": APPOINTMENT_ORDERS,
  "PageInfo.startCursor": CURSOR,
  "PageInfo.endCursor": CURSOR,
  "AppointmentCheck.isPossible": ["AppointmentCheck.userErrors"],
  "OutsideHoursError.workingTimes": ["Doctor.workingTimes"],
  "DoctorAwayError.blocking": ["ScheduleException.from", "ScheduleException.until"],
  "SlotTakenError.blocking": ["Appointment.startsAt", "Appointment.endsAt"],
  "SlotHeldError.blocking": ["Hold.startsAt", "Hold.endsAt"],
  "SlotHeldError.until": ["Hold.until"],
  "TooCloseError.gapMinutes": ["Schedule.gapMinutes"],
  "TooShortNoticeError.earliest": ["Schedule.minimumNoticeMinutes"],
  "TooFarAheadError.latest": ["Schedule.horizonDays"],
  "AppointmentNotBookedError.status": ["Appointment.status"],
  "AppointmentNotStartedError.startsAt": ["Appointment.startsAt"],
  "HasAppointmentsError.appointmentCount": ["AppointmentConnection.totalCount"],
  "AppointmentsInTheWayError.appointmentCount": ["AppointmentConnection.totalCount"],
};
