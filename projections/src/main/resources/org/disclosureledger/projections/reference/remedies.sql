-- Table 四 (remedies) of form 2021-30, counted from the recorded events alone, by the rules of docs/tables.md.
-- :organ (null for all), :firstYear to :lastYear, events up to number :upTo. One row for each figure that is not 0.
with event as materialized (
    -- An escaped NUL is good JSON and no jsonb; no fact that is counted has one.
    select number, organ, aggregate_id, type,
           case when payload is json object then replace(payload, '\u0000', '\ufffd')::jsonb end as told
    from ledger_event
    where number <= :upTo
      and (cast(:organ as text) is null or organ = :organ)
      and revision = 1
      and type in ('CountingRuleChosen', 'RemedyAccepted', 'RemedyConcluded', 'RemedyAppealed', 'RemedyAppealConcluded',
                   'RemedyDetailRecorded', 'RemedyFactCorrected')
),
year as (
    select year from generate_series(cast(:firstYear as int), cast(:lastYear as int)) as year
),
-- The last choice that was made for a year or an earlier one.
choice as (
    select distinct on (e.organ, y.year) e.organ, y.year, e.told ->> 'choice' as choice
    from event e join year y on cast(substring(e.told ->> 'fromYear' from '^\d{1,9}$') as int) <= y.year
    where e.type = 'CountingRuleChosen'
      and e.told ->> 'rule' = 'remedy.instances'
      and e.told ->> 'ruleVersion' = '1'
    order by e.organ, y.year, e.number desc
),
-- How many further instances had begun by each event, the first instance being 0.
begun as (
    select number, organ, aggregate_id, type, told,
           count(*) filter (where type = 'RemedyAppealed') over (partition by aggregate_id order by number) as instance
    from event
    where type <> 'CountingRuleChosen' and told is not null
),
-- Which further instance was the last to be concluded by then: a correction of date or result is of that one.
reached as (
    select *,
           coalesce(max(instance) filter (where type = 'RemedyAppealConcluded')
                        over (partition by aggregate_id order by number), 0) as concluded
    from begun
),
-- What each event states of an instance; what it states of the case is kept with the first.
stated as (
    select number, organ, aggregate_id,
           case when type in ('RemedyAppealed', 'RemedyAppealConcluded') then instance
                when told ->> 'fact' in ('concludedOn', 'result') then concluded
                else 0 end as instance,
           case when type = 'RemedyAccepted' then told ->> 'procedure'
                when type = 'RemedyFactCorrected' and told ->> 'fact' = 'procedure' then told ->> 'corrected' end as procedure,
           case when type = 'RemedyAccepted' then told ->> 'afterReconsideration'
                when told ->> 'fact' <> 'afterReconsideration' then null
                when type = 'RemedyDetailRecorded' then told ->> 'value'
                when type = 'RemedyFactCorrected' then told ->> 'corrected' end as after_reconsideration,
           case when type = 'RemedyAccepted' then told ->> 'acceptedOn'
                when type = 'RemedyAppealed' then told ->> 'appealedOn'
                when type = 'RemedyFactCorrected' and told ->> 'fact' = 'acceptedOn' then told ->> 'corrected' end as opened_on,
           case when type = 'RemedyConcluded' then told ->> 'concludedOn'
                when type = 'RemedyAppealConcluded' then told ->> 'endedOn'
                when type = 'RemedyFactCorrected' and told ->> 'fact' = 'concludedOn' then told ->> 'corrected' end as closed_on,
           case when type = 'RemedyConcluded' then told ->> 'result'
                when type = 'RemedyAppealConcluded' then told ->> 'ruling'
                when type = 'RemedyFactCorrected' and told ->> 'fact' = 'result' then told ->> 'corrected' end as result
    from reached
),
-- Of each fact the latest statement holds.
instance as (
    select aggregate_id, instance,
           (array_agg(organ order by number))[1] as organ,
           (array_agg(procedure order by number desc) filter (where procedure is not null))[1] as procedure,
           (array_agg(after_reconsideration order by number desc)
               filter (where after_reconsideration is not null))[1] as after_reconsideration,
           (array_agg(opened_on order by number desc) filter (where opened_on is not null))[1] as opened_on,
           (array_agg(closed_on order by number desc) filter (where closed_on is not null))[1] as closed_on,
           (array_agg(result order by number desc) filter (where result is not null))[1] as result
    from stated
    group by aggregate_id, instance
),
remedy as (
    select (array_agg(organ order by instance))[1] as organ,
           case when min(procedure) = 'reconsideration' then 'reconsideration' else 'litigation' end as sheet,
           case when min(procedure) = 'reconsideration' then 'reconsideration'
                when min(after_reconsideration) = 'true' then 'afterReconsideration'
                else 'direct' end as row_id,
           array_agg(cast(substring(opened_on from '^(\d{4})-\d\d-\d\d$') as int) order by instance) as opened,
           array_agg(case when result is not null
                          then cast(substring(closed_on from '^(\d{4})-\d\d-\d\d$') as int) end order by instance) as closed,
           array_agg(result order by instance) as result
    from instance
    group by aggregate_id
    having min(instance) = 0 and min(procedure) is not null
),
-- Cases that count alike, so that a year is asked of few rows.
alike as (
    select organ, sheet, row_id, opened, closed, result, count(*) as remedies
    from remedy
    where opened[1] is not null
    group by 1, 2, 3, 4, 5, 6
)
select a.organ, y.year, a.sheet, a.row_id, coalesce(s.column_id, 'total') as column_id, sum(a.remedies) as figure
from alike a
cross join year y
left join choice c on c.organ = a.organ and c.year = y.year
cross join lateral (
    -- How the instances stand at the end of the year; a chain stands pending, or as it was last ruled upon.
    select h.column_id, row_number() over (order by h.column_id <> 'pending', i.instance desc) as place
    from unnest(a.opened, a.closed, a.result) with ordinality as i (opened, closed, result, instance)
    cross join lateral (values
        ('pending', i.opened <= y.year and (i.closed is null or i.closed > y.year)),
        (i.result, i.closed = y.year)
    ) as h (column_id, counts)
    where h.counts
) as s
where c.choice = 'eachInstance' or s.place = 1
group by grouping sets ((a.organ, y.year, a.sheet, a.row_id, s.column_id), (a.organ, y.year, a.sheet, a.row_id))
