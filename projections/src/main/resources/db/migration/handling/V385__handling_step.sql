-- Steps between receipt and answer that bear on the time in between: corrections, consultations, fees, new handlings. Facts
-- only, for the working days follow from the calendar. Its projector begins at the first event, as every new one does.
create table handling_step (
    number       bigint primary key,
    organ        text not null,
    case_id      text not null,
    kind         text not null,
    happened_on  date not null,
    other_day    date,
    consultation int,
    detail       text
);

create index handling_step_by_case on handling_step (case_id);
