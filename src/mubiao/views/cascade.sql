-- One row is one target of a place beside the same target of a place below it, for one year: the
-- difference in points for rates, as a share for amounts, and whether the lower one asks for more
-- (层层加码). Both sides are read from figures itself: into a CTE that is read twice no filter goes.
-- grain: target of a place and the same target of a place below it
-- reads: figures, jurisdictions
select
    above.year, above.jurisdiction_code as parent_code, above.jurisdiction as parent,
    below.jurisdiction_code, below.jurisdiction,
    above.indicator_id, above.indicator, above.theme, above.matched_by, above.measure,
    above.cumulative,
    above.signed_value as parent_value, above.signed_value_high as parent_value_high,
    above.unit as parent_unit,
    above.comparator as parent_comparator, above.modifier as parent_modifier,
    below.signed_value as value, below.signed_value_high as value_high, below.unit,
    below.comparator, below.modifier,
    case
        when above.measure = 'amount' then round(below.figure / nullif(above.figure, 0), 6)
        else round(below.figure - above.figure, 6)
    end as difference,
    case when above.measure = 'amount' then 'share' else 'points' end as difference_unit,
    case
        when above.measure = 'amount' then null
        when above.direction in ('lower', 'ceiling') then below.figure < above.figure
        when above.direction in ('higher', 'floor') then below.figure > above.figure
    end as asks_for_more,
    above.quote as parent_quote, below.quote, above.observation_id as parent_observation_id,
    below.observation_id, above.corrected as parent_corrected, below.corrected,
from figures as above
inner join jurisdictions as place on above.jurisdiction_code = place.parent_code
inner join figures as below
    on place.jurisdiction_code = below.jurisdiction_code
    and above.year = below.year
    -- The same thing, as one number: to join by seven texts takes twice as long.
    and hash(
        above.series_id, above.measure, above.flow, above.activity, above.dimension, above.scope,
        above.basis
    ) = hash(
        below.series_id, below.measure, below.flow, below.activity, below.dimension, below.scope,
        below.basis
    )
where above.stage = 'target'
    and above.counts
    and above.measure <> 'relative'
    and below.stage = 'target'
    and below.counts
