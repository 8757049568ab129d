-- Who read, took away, came in: one row per event, the latest looked up by case, account or organ.
create table access_record (
    number      bigint      primary key,
    recorded_at timestamptz not null,
    organ       text        not null,
    account     text,
    act         text        not null,
    what        text,
    subject     text,
    register    text,
    year        int,
    personal    boolean     not null,
    place       text
);

create index access_record_of_organ on access_record (organ, number);
create index access_record_of_account on access_record (account, number);
create index access_record_of_subject on access_record (subject, number) where subject is not null;
create index access_record_of_export on access_record (organ, register, number) where act = 'export' and personal;
