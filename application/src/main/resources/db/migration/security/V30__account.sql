create table account (
    username      text        primary key,
    password_hash text        not null
);
