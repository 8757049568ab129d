-- What became of each file that was handed in: for progress and to be found again, not part of the record.
create table import_job (
    import_id    uuid        primary key,
    organ        text        not null,
    register     text        not null,
    file_name    text        not null,
    sha256       text        not null,
    dry_run      boolean     not null,
    corrections  boolean     not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    status       text        not null,
    refusal      text,
    rows_read    bigint      not null default 0,
    cases        bigint      not null default 0,
    events       bigint      not null default 0,
    unchanged    bigint      not null default 0,
    faults       bigint      not null default 0,
    warnings     bigint      not null default 0,
    first_event  bigint,
    last_event   bigint,
    finished_at  timestamptz
);

create index import_job_of_organ on import_job (organ, submitted_at desc);

create table import_finding (
    import_id uuid   not null references import_job on delete cascade,
    ordinal   bigint not null,
    severity  text   not null,
    row       bigint not null,
    "column"  text   not null,
    rule      text   not null,
    sentence  text   not null,
    primary key (import_id, ordinal)
);
