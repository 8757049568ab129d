-- Accounts, and the roles that they hold in organs, as the ledger tells. Passwords are elsewhere and in no event.
create table person_account (
    account_id  text    primary key,
    organ       text    not null,
    login       text    not null,
    person_name text    not null,
    service     boolean not null,
    suspended   boolean not null,
    first_event bigint  not null
);

create unique index person_account_by_login on person_account (login);

create table account_role (
    account_id text   not null,
    organ      text   not null,
    role       text   not null,
    since      bigint not null,
    primary key (account_id, organ, role)
);

create index account_role_by_organ on account_role (organ);
