-- What is known of a counted case now: the input from which its entries are derived.
create table annual_case (
    case_id      text primary key,
    organ        text not null,
    family       text not null,
    category     text,
    category_by  bigint,
    subcategory  text,
    opened_on    date,
    opened_by    bigint,
    closed_on    date,
    closed_by    bigint,
    result       text,
    result_by    bigint,
    quantity     numeric,
    related_case text,
    read_up_to   bigint not null
);

-- One row per case, measure and span of years, valid from one event number up to another. The statutory figures are
-- counted from these rows and from nothing else.
create table annual_entry (
    entry        bigint generated always as identity primary key,
    case_id      text    not null,
    organ        text    not null,
    measure      text    not null,
    breakdown    text,
    first_year   int     not null,
    last_year    int     not null,
    quantity     numeric not null,
    related_case text,
    events       bigint[] not null,
    from_number  bigint  not null,
    to_number    bigint,
    recorded_at  timestamptz not null,
    check (first_year <= last_year),
    check (to_number is null or to_number > from_number)
);

create index annual_entry_by_year on annual_entry (organ, last_year, first_year);
create index annual_entry_by_case on annual_entry (case_id);
