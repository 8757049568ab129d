-- Events that whoever audits a year looks at: one row for each that was recorded after its legal day or after the report,
-- or that corrects, reopens, waives or amends. Its projector begins at the first event, as every new one does.
create table notable_event (
    number       bigint primary key,
    organ        text   not null,
    case_id      text   not null,
    happened_on  date,
    days_late    bigint not null,
    besides_late text[] not null
);

create index notable_event_of_organ on notable_event (organ, number);
