DROP TRIGGER IF EXISTS `appointments_guard_insert`;
DROP TRIGGER IF EXISTS `appointments_guard_update`;
