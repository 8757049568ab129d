-- What registers have known of further instances and renewed answers since searches look there, for the rows of before.
update register_row r
set facts = r.facts || further.facts
from (
    select e.aggregate_id, jsonb_object_agg(f.key, f.value order by e.number) as facts
    from ledger_event e
    join register_row known on known.case_id = e.aggregate_id and e.number <= known.last_event,
    lateral (
        select 'instance:' || (e.payload::jsonb ->> 'instanceNumber') as key,
               coalesce(e.payload::jsonb ->> 'court', '') as value
        where e.type = 'RemedyAppealed'
        union all
        select 'documentNumberAnew', e.payload::jsonb ->> 'documentNumber'
        where e.type = 'RequestDecidedAnew' and e.payload::jsonb ->> 'documentNumber' is not null
    ) as f
    where e.type in ('RemedyAppealed', 'RequestDecidedAnew')
    group by e.aggregate_id
) as further
where r.case_id = further.aggregate_id;
