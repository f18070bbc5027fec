-- The rules that the office waived when it booked or last moved an appointment: their codes, with commas between them.

ALTER TABLE `appointments`
  ADD COLUMN `waived` VARCHAR(100) NULL;
