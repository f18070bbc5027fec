-- * accounts: issuers and subjects are compared bytewise, and are ASCII in OpenID Connect.
-- * api_keys: only hashes of keys are stored. A key has 32 random bytes, so a fast hash is enough.
-- * Who is deleted as a patient or a doctor can no longer sign in as them.

CREATE TABLE `accounts` (
  `issuer` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `subject` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `role` ENUM('AUDITOR', 'PATIENT', 'DOCTOR', 'STAFF', 'ADMIN') NULL,
  `patient_id` INTEGER NULL,
  `doctor_id` INTEGER NULL,
  `disabled_at` DATETIME(0) NULL,
  `created_at` DATETIME(0) NOT NULL,

  PRIMARY KEY (`issuer`, `subject`),
  INDEX `accounts_patient_id_idx` (`patient_id`),
  INDEX `accounts_doctor_id_idx` (`doctor_id`),
  CONSTRAINT `accounts_patient_id_fkey` FOREIGN KEY (`patient_id`) REFERENCES `patients` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `accounts_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `api_keys` (
  `id` INTEGER NOT NULL AUTO_INCREMENT,
  `key_hash` BINARY(32) NOT NULL,
  `prefix` CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `role` ENUM('AUDITOR', 'PATIENT', 'DOCTOR', 'STAFF', 'ADMIN') NOT NULL,
  `patient_id` INTEGER NULL,
  `doctor_id` INTEGER NULL,
  `created_at` DATETIME(0) NOT NULL,
  `expires_at` DATETIME(0) NULL,
  `revoked_at` DATETIME(0) NULL,

  PRIMARY KEY (`id`),
  UNIQUE INDEX `api_keys_key_hash_key` (`key_hash`),
  INDEX `api_keys_prefix_idx` (`prefix`),
  INDEX `api_keys_patient_id_idx` (`patient_id`),
  INDEX `api_keys_doctor_id_idx` (`doctor_id`),
  CONSTRAINT `api_keys_patient_id_fkey` FOREIGN KEY (`patient_id`) REFERENCES `patients` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `api_keys_doctor_id_fkey` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
    ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
