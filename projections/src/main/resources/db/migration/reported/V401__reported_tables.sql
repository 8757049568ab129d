-- The tables of organs as they were published or came in from elsewhere, a row for each version: what consolidated reports sum.
-- The figures are in the order of the form, between commas, so that a country's can be folded as they are read.
create table reported_tables (
    organ          text    not null,
    year           integer not null,
    source         text    not null,
    version        integer not null,
    form           text    not null,
    counting_rules text    not null,
    published_on   date,
    figures        text    not null,
    first_event    bigint  not null,
    last_event     bigint,
    primary key (organ, year, source, version)
);
create index reported_tables_of_a_year on reported_tables (year, organ);
