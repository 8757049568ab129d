-- Table 三 (requests) of form 2021-30, counted from the recorded events alone, by the rules of docs/tables.md.
-- :organ (null for all), :firstYear to :lastYear, events up to number :upTo. One row for each figure that is not 0.
with year as (
    select year from generate_series(cast(:firstYear as int), cast(:lastYear as int)) as year
),
-- The last choice that was made for a year or an earlier one.
choice as (
    select distinct on (e.organ, y.year) e.organ, y.year, e.told ->> 'choice' as choice
    from (select number, organ,
                 case when payload is json object then replace(payload, '\u0000', '\ufffd')::jsonb end as told
          from ledger_event
          where number <= :upTo
            and (cast(:organ as text) is null or organ = :organ)
            and revision = 1
            and type = 'CountingRuleChosen'
          offset 0) e
    join year y on cast(substring(e.told ->> 'fromYear' from '^\d{1,9}$') as int) <= y.year
    where e.told ->> 'rule' = 'request.reanswer'
      and e.told ->> 'ruleVersion' = '1'
    order by e.organ, y.year, e.number desc
),
-- What each event states; a correction states one fact. Kept, so that no text is read twice.
stated as materialized (
    select number, organ, aggregate_id,
           case when type = 'RequestReceived' then told ->> 'applicantKind'
                when told ->> 'fact' = 'applicantKind' then told ->> 'corrected' end as kind,
           case when type = 'RequestReceived' then told ->> 'receivedOn'
                when told ->> 'fact' = 'receivedOn' then told ->> 'corrected' end as received_on,
           case when type = 'RequestDecided' then told ->> 'decidedOn'
                when told ->> 'fact' = 'decidedOn' then told ->> 'corrected' end as decided_on,
           case when type = 'RequestDecided' then told ->> 'outcome'
                when told ->> 'fact' = 'outcome' then told ->> 'corrected' end as outcome,
           case when type = 'RequestDecidedAnew' then told ->> 'redecidedOn' end as redecided_on,
           case when type = 'RequestDecidedAnew' then told ->> 'newOutcome' end as new_outcome
    -- An escaped NUL is good JSON and no jsonb; no fact that is counted has one.
    from (select number, organ, aggregate_id, type,
                 case when payload is json object then replace(payload, '\u0000', '\ufffd')::jsonb end as told
          from ledger_event
          where number <= :upTo
            and (cast(:organ as text) is null or organ = :organ)
            and revision = 1
            and type in ('RequestReceived', 'RequestDecided', 'RequestDecidedAnew', 'RequestFactCorrected')
          offset 0) event
    where type in ('RequestReceived', 'RequestDecided', 'RequestDecidedAnew')
       or (type = 'RequestFactCorrected' and told ->> 'fact' in ('applicantKind', 'receivedOn', 'decidedOn', 'outcome'))
),
-- All statements of each fact in one order, so that the rows are sorted once.
statements as (
    select (array_agg(organ order by number))[1] as organ,
           array_agg(kind order by number) filter (where kind is not null) as kind,
           array_agg(received_on order by number) filter (where received_on is not null) as received_on,
           array_agg(decided_on order by number) filter (where decided_on is not null) as decided_on,
           array_agg(outcome order by number) filter (where outcome is not null) as outcome,
           array_agg(redecided_on order by number) filter (where redecided_on is not null) as redecided_on,
           array_agg(new_outcome order by number) filter (where new_outcome is not null) as new_outcome
    from stated
    group by aggregate_id collate "C"
),
-- Of each fact the latest statement holds.
request as (
    select organ, kind[cardinality(kind)] as kind, received_on[cardinality(received_on)] as received_on,
           decided_on[cardinality(decided_on)] as decided_on, outcome[cardinality(outcome)] as outcome,
           redecided_on[cardinality(redecided_on)] as redecided_on,
           new_outcome[cardinality(new_outcome)] as new_outcome
    from statements
),
-- Requests that count alike, so that a year is asked of few rows. Null for what has not come.
alike as (
    select organ, kind,
           case when translate(received_on, '0123456789', '') = '--' and received_on like '____-__-__'
                then cast(left(received_on, 4) as int) end as received,
           case when outcome is not null
                     and translate(decided_on, '0123456789', '') = '--' and decided_on like '____-__-__'
                then cast(left(decided_on, 4) as int) end as first_decided,
           outcome as first_outcome,
           case when translate(redecided_on, '0123456789', '') = '--' and redecided_on like '____-__-__'
                then cast(left(redecided_on, 4) as int) end as last_decided,
           new_outcome as last_outcome,
           count(*) as requests
    from request
    where kind is not null
    group by 1, 2, 3, 4, 5, 6, 7
),
in_year as (
    select a.organ, y.year, a.kind, a.requests, a.received,
           case when c.choice = 'latestAnswer' and a.last_decided is not null
                then a.last_decided else a.first_decided end as decided,
           case when c.choice = 'latestAnswer' and a.last_decided is not null
                then a.last_outcome else a.first_outcome end as outcome
    from alike a
    cross join year y
    left join choice c on c.organ = a.organ and c.year = y.year
    where a.received is not null
)
select i.organ, i.year, 'requests' as sheet, r.row_id, coalesce(i.kind, 'total') as column_id, sum(i.requests) as figure
from in_year i
cross join lateral (values
    ('newReceived', i.received = i.year),
    ('carriedIn', i.received < i.year and (i.decided is null or i.decided >= i.year)),
    (i.outcome, i.decided = i.year),
    ('total', i.decided = i.year),
    ('carriedOut', i.received <= i.year and (i.decided is null or i.decided > i.year))
) as r (row_id, counts)
where r.counts
group by grouping sets ((i.organ, i.year, r.row_id, i.kind), (i.organ, i.year, r.row_id))
