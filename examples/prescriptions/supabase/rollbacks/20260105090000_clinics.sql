drop table public.members;
drop table public.clinics;
drop function private.clinics_of_user();
drop function private.clinics_of_user(text);
drop schema private;
