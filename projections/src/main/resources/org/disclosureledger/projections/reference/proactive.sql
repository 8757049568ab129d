-- Table 二 (proactive) of form 2021-30, counted from the recorded events alone, by the rules of docs/tables.md.
-- :organ (null for all), :firstYear to :lastYear, events up to number :upTo. One row for each figure that is not 0; a
-- reported amount has its row even when it is 0.
with event as materialized (
    -- An escaped NUL is good JSON and no jsonb; no fact that is counted has one.
    select number, organ, aggregate_id, type,
           case when payload is json object then replace(payload, '\u0000', '\ufffd')::jsonb end as told
    from ledger_event
    where number <= :upTo
      and (cast(:organ as text) is null or organ = :organ)
      and revision = 1
      and type in ('DocumentIssued', 'DocumentRepealed', 'DocumentFactCorrected', 'TallyReported')
),
year as (
    select year from generate_series(cast(:firstYear as int), cast(:lastYear as int)) as year
),
-- What each event states; a correction states one fact.
stated as (
    select number, organ, aggregate_id,
           case when type = 'DocumentIssued' then told ->> 'category'
                when told ->> 'fact' = 'category' then told ->> 'corrected' end as category,
           case when type = 'DocumentIssued' then told ->> 'issuedOn'
                when told ->> 'fact' = 'issuedOn' then told ->> 'corrected' end as issued_on,
           case when type = 'DocumentRepealed' then told ->> 'repealedOn'
                when told ->> 'fact' = 'repealedOn' then told ->> 'corrected' end as repealed_on
    from event
    where type <> 'TallyReported'
),
-- Of each fact the latest statement holds.
document as (
    select (array_agg(organ order by number))[1] as organ,
           (array_agg(category order by number desc) filter (where category is not null))[1] as category,
           (array_agg(issued_on order by number desc) filter (where issued_on is not null))[1] as issued_on,
           (array_agg(repealed_on order by number desc) filter (where repealed_on is not null))[1] as repealed_on
    from stated
    group by aggregate_id
),
-- Documents that count alike, so that a year is asked of few rows.
alike as (
    select organ, category,
           cast(substring(issued_on from '^(\d{4})-\d\d-\d\d$') as int) as issued,
           cast(substring(repealed_on from '^(\d{4})-\d\d-\d\d$') as int) as repealed,
           count(*) as documents
    from document
    where category is not null
    group by 1, 2, 3, 4
),
-- A figure that is reported again takes the place of the one before.
tally as (
    select distinct on (aggregate_id) organ, told ->> 'item' as item,
           cast(substring(told ->> 'year' from '^\d{1,4}$') as int) as year,
           cast(substring(told ->> 'amount' from '^-?\d+(?:\.\d+)?$') as numeric) as amount
    from event
    where type = 'TallyReported' and told is not null
    order by aggregate_id, number desc
)
select a.organ, y.year, 'proactive' as sheet, a.category || 's' as row_id, h.column_id, sum(a.documents) as figure
from alike a
cross join year y
cross join lateral (values
    ('issued', a.issued = y.year),
    ('repealed', a.repealed = y.year),
    ('inForce', a.issued <= y.year and (a.repealed is null or a.repealed > y.year))
) as h (column_id, counts)
where a.issued is not null and h.counts
group by a.organ, y.year, a.category, h.column_id
union all
select t.organ, t.year, 'proactive', t.item, 'count', sum(t.amount)
from tally t join year y on y.year = t.year
group by t.organ, t.year, t.item
