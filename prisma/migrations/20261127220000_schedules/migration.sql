-- * What is typed about hours is local, in doctors.time_zone; what is booked or held is an instant, in UTC.
-- * doctors.has_calendar says whether a booking must look at the tables below. It is set under the doctor's lock and never
--   unset, so that bookings of a doctor without hours read no more than before.
-- * hours is one text, because nothing in SQL asks for a part of it: [[weekday, from, until], …], in minutes of the day,
--   Monday is 1.
-- * The index of appointments contains all that the search for free times reads.

ALTER TABLE `doctors`
  ADD COLUMN `time_zone` VARCHAR(64) NULL,
  ADD COLUMN `has_calendar` BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE `appointments`
  ADD INDEX `appointments_doctor_id_starts_at_ends_at_status_idx` (`doctor_id`, `starts_at`, `ends_at`, `status`),
  DROP INDEX `appointments_doctor_id_starts_at_idx`;

CREATE TABLE `schedules` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `doctor_id` INTEGER NOT NULL,
  `valid_from` DATE NOT NULL,
  `valid_until` DATE NULL,
  `hours` VARCHAR(2000) NOT NULL,
  `slot_minutes` INTEGER NOT NULL,
  `gap_minutes` INTEGER NOT NULL,
  `minimum_notice_minutes` INTEGER NOT NULL,
  `horizon_days` INTEGER NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(0) NOT NULL,
  `updated_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`id`),
  UNIQUE INDEX `schedules_doctor_id_valid_from_key` (`doctor_id`, `valid_from`),
  CONSTRAINT `schedules_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `schedules_validity_check` CHECK (`valid_until` IS NULL OR `valid_until` >= `valid_from`),
  CONSTRAINT `schedules_hours_check` CHECK (JSON_VALID(`hours`)),
  CONSTRAINT `schedules_slot_check` CHECK (`slot_minutes` BETWEEN 5 AND 180),
  CONSTRAINT `schedules_gap_check` CHECK (`gap_minutes` BETWEEN 0 AND 120),
  CONSTRAINT `schedules_notice_check` CHECK (`minimum_notice_minutes` BETWEEN 0 AND 43200),
  CONSTRAINT `schedules_horizon_check` CHECK (`horizon_days` BETWEEN 0 AND 3660)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `schedule_exceptions` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `doctor_id` INTEGER NOT NULL,
  `kind` ENUM('TIME_OFF', 'EXTRA_HOURS') NOT NULL,
  `local_from` DATETIME(0) NOT NULL,
  `local_until` DATETIME(0) NOT NULL,
  `note` VARCHAR(500) NULL,
  `created_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`id`),
  INDEX `schedule_exceptions_doctor_id_local_until_idx` (`doctor_id`, `local_until`),
  CONSTRAINT `schedule_exceptions_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `schedule_exceptions_order_check` CHECK (`local_until` > `local_from`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `slot_holds` (
  `hold_key` VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `doctor_id` INTEGER NOT NULL,
  `starts_at` DATETIME(0) NOT NULL,
  `ends_at` DATETIME(0) NOT NULL,
  `expires_at` DATETIME(0) NOT NULL,
  `created_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`hold_key`),
  INDEX `slot_holds_doctor_id_starts_at_idx` (`doctor_id`, `starts_at`),
  INDEX `slot_holds_expires_at_idx` (`expires_at`),
  CONSTRAINT `slot_holds_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `slot_holds_order_check` CHECK (`ends_at` > `starts_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
