-- Who may come in from outside with which account. Events that tell so are new, so no row lacks any.
alter table person_account add column identity text;
create index person_account_by_identity on person_account (identity) where identity is not null;
