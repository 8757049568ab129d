-- Where each request stands: one row per request, for the list of what is due and for links between requests.
create table case_stage (
    case_id       text primary key,
    organ         text    not null,
    number        text    not null,
    received_on   date    not null,
    open          boolean not null,
    answered_on   date,
    outcome       text,
    reanswered_on date,
    new_outcome   text,
    split_from    text,
    joined_into   text,
    first_event   bigint  not null,
    last_event    bigint  not null
);

create index case_stage_open on case_stage (organ) where open;
create index case_stage_answered on case_stage (organ, (coalesce(reanswered_on, answered_on)) desc) where not open;
create index case_stage_split on case_stage (split_from) where split_from is not null;
create index case_stage_joined on case_stage (joined_into) where joined_into is not null;
