DROP TRIGGER IF EXISTS `appointments_overlap_insert`;
DROP TRIGGER IF EXISTS `appointments_overlap_update`;
-- The names of version 0.1.0.
DROP TRIGGER IF EXISTS `appointments_guard_insert`;
DROP TRIGGER IF EXISTS `appointments_guard_update`;
