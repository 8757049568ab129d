-- The files of cases, each sealed with the key of its case, once for each case. The event that records a file holds the SHA-256
-- of its bytes; a row without such an event is a file that was handed in and then refused. Rows are only ever added.
create table attachment (
    organ     text        not null,
    case_id   text        not null,
    digest    text        not null,
    sealed    bytea       not null,
    stored_at timestamptz not null,
    primary key (case_id, digest)
);

-- What is encrypted does not become smaller.
alter table attachment alter column sealed set storage external;
