-- * utf8mb4_unicode_520_ci is the newest collation that both MySQL and MariaDB know. The older one holds
--   all characters beyond the Basic Multilingual Plane for equal, and ø, ł and đ for letters of their own.
-- * search_…: names in the form in which they are compared; src/domain/rules/search.ts brings what a caller
--   searches for into the same form. They are generated, so whoever writes a name writes them too.
-- * email is searched as it is shown: email_key has the domain in ASCII.
-- * phone_number: no international number fits into ten characters.

ALTER TABLE `patients`
  MODIFY `first_name` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  MODIFY `last_name` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  MODIFY `email` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  MODIFY `phone_number` VARCHAR(32) NOT NULL,
  ADD COLUMN `search_first_last` VARCHAR(201) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS (REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
      REPLACE(CONCAT(`first_name`, ' ', `last_name`), 'ı', 'i'),
      '[´`ʹʻʼʽˈ‘’‛′＇]', ''''), '[‐‑‒–—―−﹣－]', '-'), '[[:space:]]+', ' ')) STORED,
  ADD COLUMN `search_last_first` VARCHAR(201) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS (REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
      REPLACE(CONCAT(`last_name`, ' ', `first_name`), 'ı', 'i'),
      '[´`ʹʻʼʽˈ‘’‛′＇]', ''''), '[‐‑‒–—―−﹣－]', '-'), '[[:space:]]+', ' ')) STORED,
  DROP INDEX `patients_first_name_last_name_idx`,
  ADD INDEX `patients_search_first_last_idx` (`search_first_last`),
  ADD INDEX `patients_search_last_first_idx` (`search_last_first`),
  ADD INDEX `patients_email_idx` (`email`);

ALTER TABLE `doctors`
  MODIFY `full_name` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  MODIFY `specialty` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  ADD COLUMN `search_full_name` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS (REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
      REPLACE(`full_name`, 'ı', 'i'),
      '[´`ʹʻʼʽˈ‘’‛′＇]', ''''), '[‐‑‒–—―−﹣－]', '-'), '[[:space:]]+', ' ')) STORED,
  ADD COLUMN `search_specialty` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS (REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
      REPLACE(`specialty`, 'ı', 'i'),
      '[´`ʹʻʼʽˈ‘’‛′＇]', ''''), '[‐‑‒–—―−﹣－]', '-'), '[[:space:]]+', ' ')) STORED,
  DROP INDEX `doctors_specialty_full_name_idx`,
  DROP INDEX `doctors_is_active_specialty_full_name_idx`,
  -- Sorted by name; the last column lets doctors be counted, by a part of the name too, from the index alone.
  ADD INDEX `doctors_search_specialty_full_name_search_full_name_idx`
    (`search_specialty`, `full_name`, `search_full_name`),
  ADD INDEX `doctors_is_active_search_specialty_full_name_idx`
    (`is_active`, `search_specialty`, `full_name`, `search_full_name`);
