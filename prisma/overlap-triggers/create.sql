-- Optional, by `npm run db:overlap-triggers`: the database itself keeps the appointments of a doctor apart, also
-- those of clients that bypass the API. Runs unchanged on MySQL 8.0+ and MariaDB 10.11+.
-- * It writes the doctor's row before it looks, as the API does: that row is the lock on one server and
--   the certification key on a multi-primary cluster. Neither version nor updated_at move.
-- * It looks with locking reads, which see what is committed now: a plain read under REPEATABLE READ
--   would show the past.
-- * What begins to hold time is checked, nothing else: cancelling, completing and deleting are free.
-- * 180 minutes is the longest that a CHECK lets an appointment take; it makes the search a short
--   range of the index on doctor and start.

CREATE TRIGGER `appointments_guard_insert` BEFORE INSERT ON `appointments` FOR EACH ROW
BEGIN
  IF NEW.`status` <> 'CANCELLED' THEN
    UPDATE `doctors` SET `booking_lock` = `booking_lock` + 1 WHERE `id` = NEW.`doctor_id`;
    IF NEW.`status` = 'BOOKED' AND EXISTS (
      SELECT 1 FROM `doctors` WHERE `id` = NEW.`doctor_id` AND NOT `is_active` FOR UPDATE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap guard: the doctor is inactive';
    END IF;
    IF EXISTS (
      SELECT 1 FROM `appointments`
      WHERE `doctor_id` = NEW.`doctor_id` AND `status` <> 'CANCELLED'
        AND `starts_at` > NEW.`starts_at` - INTERVAL 180 MINUTE
        AND `starts_at` < NEW.`ends_at` AND `ends_at` > NEW.`starts_at`
      LOCK IN SHARE MODE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap guard: the doctor is taken at that time';
    END IF;
  END IF;
END;

CREATE TRIGGER `appointments_guard_update` BEFORE UPDATE ON `appointments` FOR EACH ROW
BEGIN
  IF NEW.`status` <> 'CANCELLED' AND (
    OLD.`status` = 'CANCELLED' OR NEW.`doctor_id` <> OLD.`doctor_id`
    OR NEW.`starts_at` <> OLD.`starts_at` OR NEW.`ends_at` <> OLD.`ends_at`
  ) THEN
    UPDATE `doctors` SET `booking_lock` = `booking_lock` + 1 WHERE `id` = NEW.`doctor_id`;
    IF NEW.`status` = 'BOOKED' AND EXISTS (
      SELECT 1 FROM `doctors` WHERE `id` = NEW.`doctor_id` AND NOT `is_active` FOR UPDATE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap guard: the doctor is inactive';
    END IF;
    IF EXISTS (
      SELECT 1 FROM `appointments`
      WHERE `doctor_id` = NEW.`doctor_id` AND `status` <> 'CANCELLED' AND `id` <> OLD.`id`
        AND `starts_at` > NEW.`starts_at` - INTERVAL 180 MINUTE
        AND `starts_at` < NEW.`ends_at` AND `ends_at` > NEW.`starts_at`
      LOCK IN SHARE MODE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap guard: the doctor is taken at that time';
    END IF;
  END IF;
END;
