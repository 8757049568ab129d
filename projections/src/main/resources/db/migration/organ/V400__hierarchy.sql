-- What was stated of the place of an organ, with the events between which it held: the tree of any day as of any instant.
create table organ_placement (
    organ       text   not null,
    placed_from date   not null,
    superior    text,
    first_event bigint not null,
    last_event  bigint,
    primary key (organ, placed_from, first_event)
);
create table organ_merger (
    organ       text   not null,
    into_organ  text   not null,
    merged_on   date   not null,
    first_event bigint not null,
    last_event  bigint,
    primary key (organ, first_event)
);
