-- Recorded is recorded. Privileges keep the service from changing events; this keeps the owner from doing so by mistake.
create function ledger_event_is_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'recorded events are never changed or deleted' using errcode = 'insufficient_privilege';
end
$$;

create trigger ledger_event_is_for_ever before update or delete on ledger_event
    for each row execute function ledger_event_is_for_ever();

create trigger ledger_event_is_not_emptied before truncate on ledger_event
    for each statement execute function ledger_event_is_for_ever();
