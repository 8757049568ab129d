-- Information that an organ publishes by itself, as it is now: one row each.
create table publication_item (
    publication_id text primary key,
    organ          text   not null,
    facts          jsonb  not null,
    number         text generated always as (facts ->> 'publicationNumber') stored,
    title          text generated always as (facts ->> 'title') stored,
    content_class  text generated always as (facts ->> 'contentClass') stored,
    made_year      int generated always as (substr(facts ->> 'madeOn', 1, 4)::int) stored,
    stage          text   not null,
    due_from       date,
    first_event    bigint not null,
    last_event     bigint not null
);

create index publication_item_in_order on publication_item (organ, first_event);

-- One row for each time that information counts: published through a channel in a year, updated, withdrawn from a channel;
-- valid from one event number up to another. Part 一 of the annual report counts these rows and nothing else.
create table publication_entry (
    entry          bigint generated always as identity primary key,
    publication_id text   not null,
    organ          text   not null,
    measure        text   not null,
    content_class  text   not null,
    emphasis       text,
    channel        text,
    happened_on    date   not null,
    year           int    not null,
    from_number    bigint not null,
    to_number      bigint,
    check (to_number is null or to_number > from_number)
);

create index publication_entry_by_publication on publication_entry (publication_id);
create index publication_entry_by_year on publication_entry (organ, year);
