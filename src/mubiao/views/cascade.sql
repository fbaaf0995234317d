-- One row is one target of a place beside the same target of a place below it, for one year: the difference in points for
-- rates, as a share for amounts, and whether the lower one asks for more (层层加码).
with
    targets as (select * from figures where stage = 'target' and counts and measure <> 'relative')
select
    above.year, above.jurisdiction_code as parent_code, above.jurisdiction as parent, below.jurisdiction_code, below.jurisdiction,
    above.indicator_id, above.indicator, above.theme, above.matched_by, above.measure, above.cumulative,
    above.sign * above.value as parent_value, above.unit as parent_unit, above.comparator as parent_comparator, above.modifier as parent_modifier,
    below.sign * below.value as value, below.unit, below.comparator, below.modifier,
    case when above.measure = 'amount' then round(below.figure / nullif(above.figure, 0), 6) else round(below.figure - above.figure, 6) end as difference,
    case when above.measure = 'amount' then 'share' else 'points' end as difference_unit,
    case
        when above.measure = 'amount' then null
        when above.direction in ('lower', 'ceiling') then below.figure < above.figure
        when above.direction in ('higher', 'floor') then below.figure > above.figure
    end as asks_for_more,
    above.quote as parent_quote, below.quote, above.observation_id as parent_observation_id, below.observation_id,
from targets above
join jurisdictions place on place.parent_code = above.jurisdiction_code
join targets below
    on below.jurisdiction_code = place.jurisdiction_code and below.year = above.year and below.series_id = above.series_id
   and below.measure = above.measure and below.cumulative = above.cumulative and below.activity = above.activity and below.dimension = above.dimension
