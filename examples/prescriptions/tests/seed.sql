-- For tests: two clinics, a practitioner in each and an auditor in one, a patient in each, and one prescription.
insert into auth.users (id, email) values
  ('00000000-0000-4000-8000-000000000001', 'nora@example.com'),
  ('00000000-0000-4000-8000-000000000002', 'nils@example.com'),
  ('00000000-0000-4000-8000-000000000003', 'sofia@example.com');
insert into clinics (id, name) values
  ('00000000-0000-4000-8000-00000000000a', 'North'),
  ('00000000-0000-4000-8000-00000000000b', 'South');
insert into members (clinic_id, user_id, role) values
  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000001', 'practitioner'),
  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000002', 'auditor'),
  ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-000000000003', 'practitioner');
insert into patients (id, clinic_id, name, born_on) values
  ('00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-00000000000a', 'Anna', '1970-01-01'),
  ('00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-00000000000b', 'Bert', '1980-01-01');
insert into medicines (name, atc_code) values ('Amoxicillin', 'J01CA04');
insert into prescriptions (id, clinic_id, patient_id, medicine_id, dose_amount, dose_unit, issued_by) values
  ('00000000-0000-4000-8000-0000000000cc', '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000aa',
    1, 500, 'mg', '00000000-0000-4000-8000-000000000001');
