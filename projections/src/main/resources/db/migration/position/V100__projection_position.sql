-- How far each projector has read; moved on in the transaction that writes its rows.
create table projection_position (
    projector text primary key,
    number    bigint not null
);
