-- Optional triggers (`npm run db:overlap-triggers`): with them, the database itself refuses overlapping appointments of a
-- doctor, also from programs that bypass the API. They run unchanged on MySQL 8.0+ and MariaDB 10.11+.
-- * They write the doctor's row before they search, as the API does: that row is the lock on one server and the
--   certification key on a multi-primary cluster. version and updated_at do not change.
-- * They search with locking reads, which see what is committed now: under REPEATABLE READ, a plain read would see an
--   old snapshot.
-- * They only check appointments that begin to occupy time: cancelling, completing and deleting are not checked.
-- * An appointment takes at most 180 minutes, which a CHECK enforces. So the search is a short range of the index on
--   doctor and start.

CREATE TRIGGER `appointments_overlap_insert` BEFORE INSERT ON `appointments` FOR EACH ROW
BEGIN
  IF NEW.`status` <> 'CANCELLED' THEN
    UPDATE `doctors` SET `booking_lock` = `booking_lock` + 1 WHERE `id` = NEW.`doctor_id`;
    IF NEW.`status` = 'BOOKED' AND EXISTS (
      SELECT 1 FROM `doctors` WHERE `id` = NEW.`doctor_id` AND NOT `is_active` FOR UPDATE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap trigger: the doctor is inactive';
    END IF;
    IF EXISTS (
      SELECT 1 FROM `appointments`
      WHERE `doctor_id` = NEW.`doctor_id` AND `status` <> 'CANCELLED'
        AND `starts_at` > NEW.`starts_at` - INTERVAL 180 MINUTE
        AND `starts_at` < NEW.`ends_at` AND `ends_at` > NEW.`starts_at`
      LOCK IN SHARE MODE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap trigger: the doctor has another appointment at that time';
    END IF;
  END IF;
END;

CREATE TRIGGER `appointments_overlap_update` BEFORE UPDATE ON `appointments` FOR EACH ROW
BEGIN
  IF NEW.`status` <> 'CANCELLED' AND (
    OLD.`status` = 'CANCELLED' OR NEW.`doctor_id` <> OLD.`doctor_id`
    OR NEW.`starts_at` <> OLD.`starts_at` OR NEW.`ends_at` <> OLD.`ends_at`
  ) THEN
    UPDATE `doctors` SET `booking_lock` = `booking_lock` + 1 WHERE `id` = NEW.`doctor_id`;
    IF NEW.`status` = 'BOOKED' AND EXISTS (
      SELECT 1 FROM `doctors` WHERE `id` = NEW.`doctor_id` AND NOT `is_active` FOR UPDATE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap trigger: the doctor is inactive';
    END IF;
    IF EXISTS (
      SELECT 1 FROM `appointments`
      WHERE `doctor_id` = NEW.`doctor_id` AND `status` <> 'CANCELLED' AND `id` <> OLD.`id`
        AND `starts_at` > NEW.`starts_at` - INTERVAL 180 MINUTE
        AND `starts_at` < NEW.`ends_at` AND `ends_at` > NEW.`starts_at`
      LOCK IN SHARE MODE
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overlap trigger: the doctor has another appointment at that time';
    END IF;
  END IF;
END;
