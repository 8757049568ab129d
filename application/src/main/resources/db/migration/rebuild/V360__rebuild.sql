-- What is rebuilt beside the live tables: tables of the same names, made by the service for as long as they are needed.
create schema rebuild;

-- Each rebuild that somebody has asked for: for progress and to be found again, not part of the record.
create table rebuild_job (
    rebuild_id       uuid        primary key,
    requested_by     text        not null,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    organ            text,
    year             int,
    swap             boolean     not null,
    version          text        not null,
    state            text        not null,
    phase            text        not null,
    head             bigint      not null default 0,
    run_since        timestamptz not null,
    read_before      bigint      not null default 0,
    interrupt_wanted boolean     not null default false,
    has_shadow       boolean     not null default false,
    refusal          text,
    swapped_by       text,
    swap_reason      text
);

create index rebuild_job_latest on rebuild_job (started_at desc);

-- One row for each projector of a rebuild; its outcome as JSON.
create table rebuild_part (
    rebuild_id uuid   not null references rebuild_job,
    place      int    not null,
    projector  text   not null,
    position   bigint not null default 0,
    state      text   not null,
    outcome    text,
    primary key (rebuild_id, projector)
);
