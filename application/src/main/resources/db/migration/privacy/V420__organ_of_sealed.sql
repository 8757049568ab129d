-- Whose keys and letters they are, as every other row says, so that the database can keep organs apart. A key under which
-- nothing was ever recorded has no organ, and opens nothing.
alter table case_key add column organ text;
update case_key k set organ = e.organ from ledger_event e where e.aggregate_id = k.case_id and e.sequence = 0;
update case_key k set organ = j.organ from import_job j where k.case_id = 'import:' || j.import_id;
update case_key set organ = 'all-organs' where case_id = 'sign-in';

alter table issued_letter add column organ text;
update issued_letter l set organ = e.organ from ledger_event e where e.aggregate_id = l.case_id and e.sequence = 0;
alter table issued_letter alter column organ set not null;
