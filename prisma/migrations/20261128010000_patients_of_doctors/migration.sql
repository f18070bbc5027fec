-- Doctors see the patients who have an appointment with them: whether a patient is one of them is read off this index alone.

ALTER TABLE `appointments`
  ADD INDEX `appointments_doctor_id_patient_id_idx` (`doctor_id`, `patient_id`);
