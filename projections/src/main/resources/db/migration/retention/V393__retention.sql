-- How long the personal data of an organ's cases are shown, what is to be destroyed and what was, as the ledger tells.
create table retention_term (
    organ  text    primary key,
    rule   text    not null,
    months integer,
    since  bigint  not null
);

create table destruction (
    organ           text        not null,
    batch           integer     not null,
    schedule        text        not null,
    years           integer     not null,
    cases           integer     not null,
    proposed_on     date        not null,
    proposed_by     text        not null,
    proposed_event  bigint      not null,
    exported_at     timestamptz,
    exported_event  bigint,
    digest          text,
    abandoned_event bigint,
    reason          text,
    destroyed_on    date,
    approved_by     text,
    destroyed_event bigint,
    primary key (organ, batch)
);

create table destruction_case (
    organ   text    not null,
    batch   integer not null,
    ordinal integer not null,
    case_id text    not null,
    primary key (organ, batch, case_id)
);

-- No key of these is used or made any more.
create table destroyed_case (
    case_id         text   primary key,
    organ           text   not null,
    destroyed_event bigint not null
);

create index destroyed_case_in_order on destroyed_case (destroyed_event);
