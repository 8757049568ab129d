-- One data key per case, wrapped by the master key, which is never in the database.
create table case_key (
    case_id    text        primary key,
    wrapped    bytea       not null
);

-- Secret from which case identifiers are derived, and what recognises the master key that it belongs to.
create table installation (
    single_row        boolean primary key default true check (single_row),
    identifier_secret bytea  not null,
    master_key_check  bytea  not null
);
