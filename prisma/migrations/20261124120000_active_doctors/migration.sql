-- The number of active doctors, also of a specialty, is read from here instead of the whole table.
CREATE INDEX `doctors_is_active_specialty_full_name_idx` ON `doctors` (`is_active`, `specialty`, `full_name`);
