-- The legal record. Numbers are gapless and in commit order: each append takes its numbers from the one head row, which
-- it keeps locked until its commit, so that a number that is visible has no invisible one before it.
create table ledger_event (
    number         bigint      primary key,
    event_id       uuid        not null,
    aggregate_type text        not null,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    organ          text        not null,
    type           text        not null,
    revision       int         not null,
    recorded_at    timestamptz not null,
    payload        text        not null,
    metadata       text        not null,
    constraint ledger_event_in_aggregate unique (aggregate_id, sequence)
);

-- Commit times only grow, so this tells the last event that was known at an instant.
create index ledger_event_recorded_at on ledger_event (recorded_at, number);

create table ledger_head (
    single_row  boolean     primary key default true check (single_row),
    number      bigint      not null,
    recorded_at timestamptz not null
);

insert into ledger_head (number, recorded_at) values (0, '1970-01-01T00:00:00Z');
