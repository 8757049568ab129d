-- What the service may do: read and write its tables, but only add to those that nobody may change.
grant usage on schema public to "${application-role}";
grant usage, create on schema rebuild to "${application-role}";
grant select, insert, update, delete, truncate on all tables in schema public to "${application-role}";
grant usage, select on all sequences in schema public to "${application-role}";
revoke update, delete, truncate on ledger_event, command_log, letter_template, issued_letter, published_document, attachment from "${application-role}";
revoke insert, update, delete, truncate on flyway_schema_history from "${application-role}";

-- Persons are served in a role that the service takes on for them, in which the database shows and takes rows of their
-- organs only, and none before it is told which. Where the owner may not make roles, the service says who has to.
do $$
declare
    service constant name := '${application-role}';
    people constant name := '${application-role}_for_people';
    place record;
begin
    if not exists (select from pg_roles where rolname = people) then
        execute format('create role %I nologin', people);
    end if;
    if not pg_has_role(service, people, 'MEMBER') then
        -- To become it, not to have its rights as well; PostgreSQL 15 cannot tell these apart, and they are fewer anyway.
        execute format(case when current_setting('server_version_num')::int < 160000 then 'grant %I to %I'
            else 'grant %I to %I with inherit false, set true' end, people, service);
    end if;
    execute format('grant temporary on database %I to %I', current_database(), people);
    execute format('grant usage on schema public to %I', people);
    execute format('grant select on all tables in schema public to %I', people);
    execute format('grant insert on ledger_event, command_log, case_key, import_job, import_finding, letter_template,
        issued_letter, published_document, attachment, account to %I', people);
    execute format('grant update on ledger_head, import_job, account to %I', people);
    execute format('grant delete on case_key, import_job, import_finding to %I', people);
    -- The secrets of the installation are nobody's business; which master key is in use must stay so while one is used.
    execute format('revoke select on installation from %I', people);
    execute format('grant select (master_key_check), update (single_row) on installation to %I', people);

    for place in
        select c.oid::regclass as called, c.oid, c.relrowsecurity as secured,
            case c.relname
                when 'import_finding'
                    then 'exists (select from import_job j where j.import_id = import_finding.import_id)'
                when 'organ' then 'code = any (%1$s)'
                when 'case_key' then 'organ is null or organ = any (%1$s)'
                else 'organ = any (%1$s)'
            end as condition
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
            and (c.relname in ('organ', 'import_finding')
                or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organ'
                    and not a.attisdropped))
    loop
        if not exists (select from pg_policy where polrelid = place.oid and polname = service) then
            execute format('create policy %1$I on %2$s to %1$I using (true)', service, place.called);
        end if;
        if not exists (select from pg_policy where polrelid = place.oid and polname = people) then
            -- Asked once for each statement and not for each row.
            execute format('create policy %1$I on %2$s to %1$I using (%3$s)', people, place.called,
                format(place.condition, '(select string_to_array(current_setting(''ledger.organs'', true), '',''))::text[]'));
        end if;
        if not place.secured then
            execute format('alter table %s enable row level security', place.called);
        end if;
    end loop;
exception when insufficient_privilege then
    raise warning '%', sqlerrm;
end
$$;
