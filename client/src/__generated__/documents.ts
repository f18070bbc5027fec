import type { Answered, TypedDocument } from "../typed-document.js";
import type * as Types from "./types.js";

export const AppointmentDocument: TypedDocument<Types.AppointmentQuery, Types.AppointmentQueryVariables> = {
  name: "Appointment",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Appointment($by:AppointmentBy!){appointment(by:$by){...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const AppointmentsDocument: TypedDocument<Types.AppointmentsQuery, Types.AppointmentsQueryVariables> = {
  name: "Appointments",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Appointments($filter:AppointmentFilter$orderBy:AppointmentOrder!=STARTS_AT_ASC$first:Int!=20$after:String){appointments(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{...PageFields}edges{cursor node{...AppointmentFields}}}}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const BookAppointmentDocument: TypedDocument<Answered<Types.BookAppointmentMutation>, Types.BookAppointmentMutationVariables> = {
  name: "BookAppointment",
  kind: "mutation",
  takesIdempotencyKey: true,
  text: "mutation BookAppointment($input:BookAppointmentInput!$withNextFreeTimes:Boolean!=false){bookAppointment(input:$input){appointment{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion ...NextFreeTimes@include(if:$withNextFreeTimes)}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}fragment NextFreeTimes on TimeRefusal{nextFreeTimes(first:3){...FreeTimeFields}}fragment FreeTimeFields on FreeTime{doctor{id fullName}startsAt endsAt}",
};

export const RescheduleAppointmentDocument: TypedDocument<Answered<Types.RescheduleAppointmentMutation>, Types.RescheduleAppointmentMutationVariables> = {
  name: "RescheduleAppointment",
  kind: "mutation",
  takesIdempotencyKey: true,
  text: "mutation RescheduleAppointment($input:RescheduleAppointmentInput!$withNextFreeTimes:Boolean!=false){rescheduleAppointment(input:$input){appointment{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion ...NextFreeTimes@include(if:$withNextFreeTimes)}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}fragment NextFreeTimes on TimeRefusal{nextFreeTimes(first:3){...FreeTimeFields}}fragment FreeTimeFields on FreeTime{doctor{id fullName}startsAt endsAt}",
};

export const CancelAppointmentDocument: TypedDocument<Answered<Types.CancelAppointmentMutation>, Types.CancelAppointmentMutationVariables> = {
  name: "CancelAppointment",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation CancelAppointment($input:CancelAppointmentInput!){cancelAppointment(input:$input){appointment{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const CompleteAppointmentDocument: TypedDocument<Answered<Types.CompleteAppointmentMutation>, Types.CompleteAppointmentMutationVariables> = {
  name: "CompleteAppointment",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation CompleteAppointment($input:CompleteAppointmentInput!){completeAppointment(input:$input){appointment{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const MarkAppointmentNoShowDocument: TypedDocument<Answered<Types.MarkAppointmentNoShowMutation>, Types.MarkAppointmentNoShowMutationVariables> = {
  name: "MarkAppointmentNoShow",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation MarkAppointmentNoShow($input:MarkAppointmentNoShowInput!){markAppointmentNoShow(input:$input){appointment{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DeleteAppointmentDocument: TypedDocument<Answered<Types.DeleteAppointmentMutation>, Types.DeleteAppointmentMutationVariables> = {
  name: "DeleteAppointment",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation DeleteAppointment($input:DeleteAppointmentInput!){deleteAppointment(input:$input){deletedAppointmentId userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const CheckAppointmentDocument: TypedDocument<Types.CheckAppointmentQuery, Types.CheckAppointmentQueryVariables> = {
  name: "CheckAppointment",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query CheckAppointment($input:CheckAppointmentInput!$first:Int!=3){checkAppointment(input:$input){isPossible userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}nextFreeTimes(first:$first){...FreeTimeFields}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}fragment FreeTimeFields on FreeTime{doctor{id fullName}startsAt endsAt}",
};

export const HoldTimeDocument: TypedDocument<Answered<Types.HoldTimeMutation>, Types.HoldTimeMutationVariables> = {
  name: "HoldTime",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation HoldTime($input:HoldTimeInput!$withNextFreeTimes:Boolean!=false){holdTime(input:$input){hold{doctor{id}startsAt endsAt until}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion ...NextFreeTimes@include(if:$withNextFreeTimes)}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}fragment NextFreeTimes on TimeRefusal{nextFreeTimes(first:3){...FreeTimeFields}}fragment FreeTimeFields on FreeTime{doctor{id fullName}startsAt endsAt}",
};

export const ReleaseHoldDocument: TypedDocument<Answered<Types.ReleaseHoldMutation>, Types.ReleaseHoldMutationVariables> = {
  name: "ReleaseHold",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation ReleaseHold($input:ReleaseHoldInput!){releaseHold(input:$input){wasHeld userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DoctorDocument: TypedDocument<Types.DoctorQuery, Types.DoctorQueryVariables> = {
  name: "Doctor",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Doctor($by:DoctorBy!){doctor(by:$by){...DoctorFields}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}",
};

export const DoctorsDocument: TypedDocument<Types.DoctorsQuery, Types.DoctorsQueryVariables> = {
  name: "Doctors",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Doctors($filter:DoctorFilter$orderBy:DoctorOrder!=CREATED_ASC$first:Int!=20$after:String){doctors(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{...PageFields}edges{cursor node{...DoctorFields}}}}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}",
};

export const DoctorAppointmentsDocument: TypedDocument<Types.DoctorAppointmentsQuery, Types.DoctorAppointmentsQueryVariables> = {
  name: "DoctorAppointments",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query DoctorAppointments($by:DoctorBy!$filter:AppointmentFilter$orderBy:AppointmentOrder!=STARTS_AT_ASC$first:Int!=20$after:String){doctor(by:$by){...DoctorFields appointments(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{...PageFields}edges{cursor node{...AppointmentFields}}}}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const CreateDoctorDocument: TypedDocument<Answered<Types.CreateDoctorMutation>, Types.CreateDoctorMutationVariables> = {
  name: "CreateDoctor",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation CreateDoctor($input:CreateDoctorInput!){createDoctor(input:$input){doctor{...DoctorFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const UpdateDoctorDocument: TypedDocument<Answered<Types.UpdateDoctorMutation>, Types.UpdateDoctorMutationVariables> = {
  name: "UpdateDoctor",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation UpdateDoctor($input:UpdateDoctorInput!){updateDoctor(input:$input){doctor{...DoctorFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const ActivateDoctorDocument: TypedDocument<Answered<Types.ActivateDoctorMutation>, Types.ActivateDoctorMutationVariables> = {
  name: "ActivateDoctor",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation ActivateDoctor($input:ActivateDoctorInput!){activateDoctor(input:$input){doctor{...DoctorFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DeactivateDoctorDocument: TypedDocument<Answered<Types.DeactivateDoctorMutation>, Types.DeactivateDoctorMutationVariables> = {
  name: "DeactivateDoctor",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation DeactivateDoctor($input:DeactivateDoctorInput!){deactivateDoctor(input:$input){doctor{...DoctorFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DeleteDoctorDocument: TypedDocument<Answered<Types.DeleteDoctorMutation>, Types.DeleteDoctorMutationVariables> = {
  name: "DeleteDoctor",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation DeleteDoctor($input:DeleteDoctorInput!){deleteDoctor(input:$input){deletedDoctorId userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const NodeDocument: TypedDocument<Types.NodeQuery, Types.NodeQueryVariables> = {
  name: "Node",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Node($id:ID!){node(id:$id){__typename id ...on Patient{...PatientFields}...on Doctor{...DoctorFields}...on Appointment{...AppointmentFields}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const NodesDocument: TypedDocument<Types.NodesQuery, Types.NodesQueryVariables> = {
  name: "Nodes",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Nodes($ids:[ID!]!){nodes(ids:$ids){__typename id ...on Patient{...PatientFields}...on Doctor{...DoctorFields}...on Appointment{...AppointmentFields}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const PatientDocument: TypedDocument<Types.PatientQuery, Types.PatientQueryVariables> = {
  name: "Patient",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Patient($by:PatientBy!){patient(by:$by){...PatientFields}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}",
};

export const PatientsDocument: TypedDocument<Types.PatientsQuery, Types.PatientsQueryVariables> = {
  name: "Patients",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Patients($search:String$orderBy:PatientOrder!=REGISTERED_ASC$first:Int!=20$after:String){patients(search:$search orderBy:$orderBy first:$first after:$after){totalCount pageInfo{...PageFields}edges{cursor node{...PatientFields}}}}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}",
};

export const PatientAppointmentsDocument: TypedDocument<Types.PatientAppointmentsQuery, Types.PatientAppointmentsQueryVariables> = {
  name: "PatientAppointments",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query PatientAppointments($by:PatientBy!$filter:AppointmentFilter$orderBy:AppointmentOrder!=STARTS_AT_ASC$first:Int!=20$after:String){patient(by:$by){...PatientFields appointments(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{...PageFields}edges{cursor node{...AppointmentFields}}}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const RegisterPatientDocument: TypedDocument<Answered<Types.RegisterPatientMutation>, Types.RegisterPatientMutationVariables> = {
  name: "RegisterPatient",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation RegisterPatient($input:RegisterPatientInput!){registerPatient(input:$input){patient{...PatientFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const UpdatePatientDocument: TypedDocument<Answered<Types.UpdatePatientMutation>, Types.UpdatePatientMutationVariables> = {
  name: "UpdatePatient",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation UpdatePatient($input:UpdatePatientInput!){updatePatient(input:$input){patient{...PatientFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DeletePatientDocument: TypedDocument<Answered<Types.DeletePatientMutation>, Types.DeletePatientMutationVariables> = {
  name: "DeletePatient",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation DeletePatient($input:DeletePatientInput!){deletePatient(input:$input){deletedPatientId userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const DoctorSchedulesDocument: TypedDocument<Types.DoctorSchedulesQuery, Types.DoctorSchedulesQueryVariables> = {
  name: "DoctorSchedules",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query DoctorSchedules($by:DoctorBy!$from:LocalDate$first:Int!=20){doctor(by:$by){id timeZone schedules(from:$from first:$first){...ScheduleFields}scheduleExceptions(from:$from first:$first){...ScheduleExceptionFields}}}fragment ScheduleFields on Schedule{id validFrom validUntil hours{weekday from until}slotMinutes gapMinutes minimumNoticeMinutes horizonDays version}fragment ScheduleExceptionFields on ScheduleException{id kind from until note doctor{id}}",
};

export const FreeTimesDocument: TypedDocument<Types.FreeTimesQuery, Types.FreeTimesQueryVariables> = {
  name: "FreeTimes",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query FreeTimes($by:DoctorBy!$from:DateTime$until:DateTime!$durationMinutes:Int!$first:Int!=50){doctor(by:$by){id timeZone freeTimes(from:$from until:$until durationMinutes:$durationMinutes first:$first){times{startsAt endsAt}nextFrom}}}",
};

export const FirstFreeTimesDocument: TypedDocument<Types.FirstFreeTimesQuery, Types.FirstFreeTimesQueryVariables> = {
  name: "FirstFreeTimes",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query FirstFreeTimes($among:DoctorsBy!$from:DateTime$until:DateTime$durationMinutes:Int!$first:Int!=5){firstFreeTimes(among:$among from:$from until:$until durationMinutes:$durationMinutes first:$first){times{...FreeTimeFields}nextFrom}}fragment FreeTimeFields on FreeTime{doctor{id fullName}startsAt endsAt}",
};

export const WorkingTimesDocument: TypedDocument<Types.WorkingTimesQuery, Types.WorkingTimesQueryVariables> = {
  name: "WorkingTimes",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query WorkingTimes($by:DoctorBy!$from:DateTime!$until:DateTime!$first:Int!=100){doctor(by:$by){id workingTimes(from:$from until:$until first:$first){times{startsAt endsAt}nextFrom}}}",
};

export const AppointmentsOutsideHoursDocument: TypedDocument<Types.AppointmentsOutsideHoursQuery, Types.AppointmentsOutsideHoursQueryVariables> = {
  name: "AppointmentsOutsideHours",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query AppointmentsOutsideHours($by:DoctorBy!$first:Int!=20$after:String){doctor(by:$by){id appointmentsOutsideHours(first:$first after:$after){totalCount pageInfo{...PageFields}nodes{...AppointmentFields}}}}fragment PageFields on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}",
};

export const PublishScheduleDocument: TypedDocument<Answered<Types.PublishScheduleMutation>, Types.PublishScheduleMutationVariables> = {
  name: "PublishSchedule",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation PublishSchedule($input:PublishScheduleInput!){publishSchedule(input:$input){schedule{...ScheduleFields doctor{id timeZone}}appointmentsOutsideHours{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment ScheduleFields on Schedule{id validFrom validUntil hours{weekday from until}slotMinutes gapMinutes minimumNoticeMinutes horizonDays version}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const RemoveScheduleDocument: TypedDocument<Answered<Types.RemoveScheduleMutation>, Types.RemoveScheduleMutationVariables> = {
  name: "RemoveSchedule",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation RemoveSchedule($input:RemoveScheduleInput!){removeSchedule(input:$input){deletedScheduleId appointmentsOutsideHours{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const AddTimeOffDocument: TypedDocument<Answered<Types.AddTimeOffMutation>, Types.AddTimeOffMutationVariables> = {
  name: "AddTimeOff",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation AddTimeOff($input:AddTimeOffInput!){addTimeOff(input:$input){scheduleExceptions{...ScheduleExceptionFields}appointmentsOutsideHours{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment ScheduleExceptionFields on ScheduleException{id kind from until note doctor{id}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const AddExtraHoursDocument: TypedDocument<Answered<Types.AddExtraHoursMutation>, Types.AddExtraHoursMutationVariables> = {
  name: "AddExtraHours",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation AddExtraHours($input:AddExtraHoursInput!){addExtraHours(input:$input){scheduleExceptions{...ScheduleExceptionFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment ScheduleExceptionFields on ScheduleException{id kind from until note doctor{id}}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const RemoveScheduleExceptionDocument: TypedDocument<Answered<Types.RemoveScheduleExceptionMutation>, Types.RemoveScheduleExceptionMutationVariables> = {
  name: "RemoveScheduleException",
  kind: "mutation",
  takesIdempotencyKey: false,
  text: "mutation RemoveScheduleException($input:RemoveScheduleExceptionInput!){removeScheduleException(input:$input){deletedScheduleExceptionId appointmentsOutsideHours{...AppointmentFields}userErrors{__typename code message path ...TooLong ...SlotTaken ...OutsideHours ...DoctorAway ...SlotHeld ...TooClose ...TooShortNotice ...TooFarAhead ...DurationOutOfRange ...NumberOutOfRange ...HasAppointments ...AppointmentNotBooked ...AppointmentNotStarted ...AppointmentsInTheWay ...StaleVersion}}}fragment AppointmentFields on Appointment{id databaseId patient{id fullName}doctor{id fullName specialty}startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt}fragment TooLong on TooLongError{maximumLength}fragment SlotTaken on SlotTakenError{blocking{startsAt endsAt}}fragment OutsideHours on OutsideHoursError{workingTimes{startsAt endsAt}}fragment DoctorAway on DoctorAwayError{blocking{startsAt endsAt}}fragment SlotHeld on SlotHeldError{blocking{startsAt endsAt}until}fragment TooClose on TooCloseError{blocking{startsAt endsAt}gapMinutes}fragment TooShortNotice on TooShortNoticeError{earliest}fragment TooFarAhead on TooFarAheadError{latest}fragment DurationOutOfRange on DurationOutOfRangeError{minimumMinutes maximumMinutes}fragment NumberOutOfRange on NumberOutOfRangeError{minimum maximum}fragment HasAppointments on HasAppointmentsError{appointmentCount}fragment AppointmentNotBooked on AppointmentNotBookedError{status}fragment AppointmentNotStarted on AppointmentNotStartedError{startsAt}fragment AppointmentsInTheWay on AppointmentsInTheWayError{appointmentCount appointments{...AppointmentFields}}fragment StaleVersion on StaleVersionError{currentVersion}",
};

export const ViewerDocument: TypedDocument<Types.ViewerQuery, Types.ViewerQueryVariables> = {
  name: "Viewer",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query Viewer{viewer{name role}}",
};

export const ViewerAsPersonDocument: TypedDocument<Types.ViewerAsPersonQuery, Types.ViewerAsPersonQueryVariables> = {
  name: "ViewerAsPerson",
  kind: "query",
  takesIdempotencyKey: false,
  text: "query ViewerAsPerson{viewer{name role patient{...PatientFields}doctor{...DoctorFields}}}fragment PatientFields on Patient{id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt}fragment DoctorFields on Doctor{id databaseId fullName specialty isActive timeZone version createdAt updatedAt}",
};
