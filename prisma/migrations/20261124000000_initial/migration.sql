-- Runs unchanged on MySQL 8.0+ and MariaDB 10.11+.
-- * utf8mb4_unicode_ci is the newest collation that both know; it makes searches blind to case and
--   accents. Keys that must not be blind (email_key, idempotency_key) are compared bytewise instead.
-- * DATETIME, not TIMESTAMP: no session time zone can move it, and it does not end in 2038.
--   Every value is UTC, in whole seconds.

CREATE TABLE `patients` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `first_name` VARCHAR(100) NOT NULL,
  `last_name` VARCHAR(100) NOT NULL,
  `email` VARCHAR(100) NOT NULL,
  `email_key` VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `phone_number` VARCHAR(10) NOT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(0) NOT NULL,
  `updated_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`id`),
  UNIQUE INDEX `patients_email_key` (`email_key`),
  INDEX `patients_last_name_first_name_idx` (`last_name`, `first_name`),
  INDEX `patients_first_name_last_name_idx` (`first_name`, `last_name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `doctors` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `full_name` VARCHAR(100) NOT NULL,
  `specialty` VARCHAR(100) NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT true,
  `booking_lock` BIGINT UNSIGNED NOT NULL DEFAULT 0,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(0) NOT NULL,
  `updated_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`id`),
  INDEX `doctors_full_name_idx` (`full_name`),
  INDEX `doctors_specialty_full_name_idx` (`specialty`, `full_name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `appointments` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `patient_id` INTEGER NOT NULL,
  `doctor_id` INTEGER NOT NULL,
  `starts_at` DATETIME(0) NOT NULL,
  `ends_at` DATETIME(0) NOT NULL,
  `duration_minutes` SMALLINT UNSIGNED NOT NULL,
  `status` ENUM('BOOKED', 'CANCELLED', 'COMPLETED', 'NO_SHOW') NOT NULL DEFAULT 'BOOKED',
  `cancellation_reason` VARCHAR(500) NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(0) NOT NULL,
  `updated_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`id`),
  INDEX `appointments_doctor_id_starts_at_idx` (`doctor_id`, `starts_at`),
  INDEX `appointments_patient_id_starts_at_idx` (`patient_id`, `starts_at`),
  INDEX `appointments_status_starts_at_idx` (`status`, `starts_at`),
  INDEX `appointments_starts_at_idx` (`starts_at`),
  CONSTRAINT `appointments_patient_id_fkey` FOREIGN KEY (`patient_id`) REFERENCES `patients` (`id`)
    ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `appointments_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `appointments_duration_check` CHECK (`duration_minutes` BETWEEN 15 AND 180),
  CONSTRAINT `appointments_end_check` CHECK (`ends_at` = `starts_at` + INTERVAL `duration_minutes` MINUTE),
  -- A session without strict mode turns an impossible date into zeros, which the check above lets pass.
  CONSTRAINT `appointments_start_check` CHECK (`starts_at` >= '2000-01-01'),
  CONSTRAINT `appointments_cancellation_check` CHECK (`cancellation_reason` IS NULL OR `status` = 'CANCELLED')
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `idempotency_keys` (
  `idempotency_key` VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `fingerprint` CHAR(64) NOT NULL,
  `appointment_id` INTEGER NOT NULL,
  `created_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`idempotency_key`),
  INDEX `idempotency_keys_created_at_idx` (`created_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
