-- The letters of cases as they were written, each sealed with the key of its case. The event that records a letter holds the
-- SHA-256 of its bytes; a row without such an event is a letter that was written and then refused. Rows are only ever added.
create table issued_letter (
    case_id   text        not null,
    digest    text        not null,
    sealed    text        not null,
    stored_at timestamptz not null,
    primary key (case_id, digest)
);
