-- A password that somebody else has made must be changed by its owner before anything else.
alter table account add column must_change boolean not null default false;
alter table account add column changed_at timestamptz;
