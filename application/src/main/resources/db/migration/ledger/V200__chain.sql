-- Each event is bound to the one before it: V201 computes the hashes of what is there already.
alter table ledger_event add column hash_algorithm text, add column hash bytea;

alter table ledger_head
    add column ledger_id uuid not null default gen_random_uuid(),
    add column hash_algorithm text,
    add column hash bytea;
