-- What a projector could not handle, and what came after it in the same case: handled in order once it can be. Rows leave
-- in the transaction that handles them. The ledger keeps the events; nothing of what they say is here.
create table parked_event (
    projector      text        not null,
    number         bigint      not null,
    organ          text        not null,
    aggregate_type text        not null,
    aggregate_id   text        not null,
    type           text        not null,
    error          text,
    parked_at      timestamptz not null,
    attempts       int         not null,
    primary key (projector, number)
);

create index parked_event_by_aggregate on parked_event (projector, aggregate_id, number);
create index parked_event_by_organ on parked_event (organ, projector, number);
