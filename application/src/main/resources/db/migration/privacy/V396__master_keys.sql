-- Which master key wraps a key, by its name, so that another one can take its place; and the key of digests for itself,
-- so that they stay what they are.
alter table case_key add column master bytea;
update case_key set master = (select master_key_check from installation);
alter table case_key alter column master set not null;

-- With what a case is sealed.
alter table case_key add column cipher text not null default 'AES-256-GCM';
alter table case_key alter column cipher drop default;

alter table installation add column digest_key bytea;
