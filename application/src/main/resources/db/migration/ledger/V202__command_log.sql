-- What was answered to a command whose sender gave it an identity: written in the commit that records its events, so that
-- a retry finds both or neither. An answer holds no personal data.
create table command_log (
    command_id   uuid        primary key,
    request      uuid        not null,
    aggregate_id text        not null,
    answer       text        not null,
    recorded_at  timestamptz not null
);
