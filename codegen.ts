import { readFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { parse, print } from "graphql";
import { describeDirectives } from "./src/graphql/described-directives.js";

const scalars = {
  DateTime: { input: "Date", output: "Date" },
  EmailAddress: "string",
  // Days and minutes: see src/domain/calendar/local-time.ts.
  LocalDate: "number",
  LocalTime: "number",
  LocalDateTime: "number",
  ID: "string",
};

/** The operations of the typed client, and how its types are written. */
const clientOperations = "client/src/operations/*.graphql";
const clientTypes = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars: {
    DateTime: "string",
    EmailAddress: "string",
    ID: "string",
    LocalDate: "string",
    LocalTime: "string",
    LocalDateTime: "string",
  },
};

const config: CodegenConfig = {
  schema: print(describeDirectives(parse(readFileSync("schema.graphql", "utf8")))),
  generates: {
    // What the resolvers must be, and what they are given.
    "src/graphql/__generated__/resolvers.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        // What has a default is there, whatever was sent.
        avoidOptionals: { defaultValue: true },
        scalars,
        contextType: "../context.js#Context",
        mappers: {
          Viewer: "../../domain/index.js#Caller",
          Patient: "../../domain/index.js#PatientRow as PatientModel",
          Doctor: "../../domain/index.js#DoctorRow as DoctorModel",
          Appointment: "../../domain/index.js#AppointmentRow as AppointmentModel",
          Schedule: "../../domain/index.js#Schedule as ScheduleModel",
          WorkingHours: "../../domain/index.js#WorkingHours as WorkingHoursModel",
          ScheduleException: "../../domain/index.js#ScheduleException as ScheduleExceptionModel",
          Hold: "../../domain/index.js#Hold as HoldModel",
          FreeTime: "../../domain/index.js#FreeTime as FreeTimeModel",
          AppointmentCheck: "../user-errors.js#Check",
          PublishSchedulePayload: '../user-errors.js#HoursPayload<"schedule", ScheduleModel>',
          RemoveSchedulePayload: '../user-errors.js#HoursPayload<"deletedScheduleId", string>',
          AddTimeOffPayload:
            '../user-errors.js#HoursPayload<"scheduleExceptions", ScheduleExceptionModel[]>',
          RemoveScheduleExceptionPayload:
            '../user-errors.js#HoursPayload<"deletedScheduleExceptionId", string>',
          SlotTakenError: "../user-errors.js#TimeError",
          OutsideHoursError: "../user-errors.js#TimeError",
          DoctorAwayError: "../user-errors.js#TimeError",
          SlotHeldError: "../user-errors.js#TimeError",
          TooCloseError: "../user-errors.js#TimeError",
          TooShortNoticeError: "../user-errors.js#TimeError",
          TooFarAheadError: "../user-errors.js#TimeError",
          PatientConnection: "../connections.js#Connection<PatientModel>",
          DoctorConnection: "../connections.js#Connection<DoctorModel>",
          AppointmentConnection: "../connections.js#Connection<AppointmentModel>",
          PatientEdge: "../connections.js#Edge<PatientModel>",
          DoctorEdge: "../connections.js#Edge<DoctorModel>",
          AppointmentEdge: "../connections.js#Edge<AppointmentModel>",
        },
      },
    },
    // The typed client: types, documents as text and as nodes, and each mutation's refusals.
    "client/src/__generated__/types.ts": {
      plugins: ["typescript-operations"],
      documents: clientOperations,
      config: clientTypes,
    },
    "client/src/__generated__/documents.ts": {
      plugins: ["./client/codegen/plugin.mjs"],
      documents: clientOperations,
      config: { write: "text" },
    },
    "client/src/__generated__/document-nodes.ts": {
      plugins: ["./client/codegen/plugin.mjs"],
      documents: clientOperations,
      config: { write: "nodes" },
    },
    "client/src/__generated__/refusals.ts": {
      plugins: ["./client/codegen/plugin.mjs"],
      config: { write: "refusals" },
    },
  },
};

export default config;
