create table report_section (
    organ      text not null,
    year       int  not null,
    section    text not null,
    text       text not null,
    last_event bigint not null,
    primary key (organ, year, section)
);
