-- What became of each verification: for progress and to be found again, not part of the record.
create table verification (
    verification_id uuid        primary key,
    requested_by    text        not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    status          text        not null,
    phase           text        not null,
    done            bigint      not null default 0,
    of_events       bigint      not null default 0,
    refusal         text,
    findings        bigint      not null default 0,
    report          text
);

create index verification_latest on verification (started_at desc);
