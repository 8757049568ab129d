create table organ (
    code                  text primary key,
    name                  text not null,
    may_issue_regulations boolean,
    first_event           bigint not null
);
