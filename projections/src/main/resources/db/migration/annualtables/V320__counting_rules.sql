-- Ways to count that an organ chooses. An entry that counts under one choice only says under which; those that are there
-- already count under every choice, for no event so far tells of a further instance or of another answer. They need no
-- replay, and a replay gives the same rows.
alter table annual_entry add column under text;

-- Further instances of a remedy and further answers to a request, in their order from 1.
create table annual_stage (
    case_id   text not null,
    stage     int  not null,
    opened_on date,
    opened_by bigint,
    closed_on date,
    closed_by bigint,
    result    text,
    result_by bigint,
    primary key (case_id, stage)
);

-- What an organ chose, by the number of the event that says so.
create table counting_rule_choice (
    number       bigint primary key,
    organ        text not null,
    rule         text not null,
    choice       text not null,
    rule_version int  not null,
    from_year    int  not null,
    recorded_at  timestamptz not null
);

create index counting_rule_choice_by_organ on counting_rule_choice (organ, number);
