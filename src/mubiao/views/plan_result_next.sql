-- One row is one place, thing, measure (flows apart from running totals, begun work apart from
-- finished) and plan year: the target for that year, its result, and the target for the year
-- after. An empty value has its reason in *_missing: no_document, partial (a source with gaps),
-- not_stated, not_matched (of what is lined up by its wording, or by the wording of a part: it may
-- be told in other words), or not_comparable; then *_elsewhere says where and how it is told
-- instead, and why it cannot stand here. *_statements are the rows that stood for the cell. A
-- target that is measured against something else has its result from relative_targets. The second
-- tier of a target (力争20%) stands beside it and is judged apart. *_figure, *_low and *_high are
-- the values in the reference unit of their dimension, *_figure_high the other end of a range, and
-- *_dimension what the unit counts (9 projects are not 9 people: no gap is told between them).
-- grain: series and plan year
-- reads: side_by_side
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, matched_by,
    match_score, measure, cumulative, activity, scope, basis, direction, plan_comparator,
    plan_modifier, plan_value, plan_value_high, plan_unit, plan_text, plan_reference,
    plan_statements, plan_missing, plan_corrected, result_comparator, result_value,
    result_value_high, result_unit, result_status, result_note, result_source, result_text,
    result_statements, result_missing, result_corrected, next_comparator, next_modifier, next_value,
    next_value_high, next_unit, next_text, next_reference, next_statements, next_missing,
    next_corrected, attainment, attainment_reason, attainment_rule, attainment_note, gap, gap_unit,
    margin, plan_stretch_text, stretch_attainment, plan_elsewhere, result_elsewhere, next_elsewhere,
    plan_quote, result_quote, next_quote, plan_observation_id, result_observation_id,
    next_observation_id, plan_doc_id, result_doc_id, next_doc_id, plan_figure, result_figure,
    next_figure, plan_figure_high, next_figure_high, plan_dimension, result_dimension,
    next_dimension, plan_low, plan_high, next_low, next_high, plan_commitment, next_commitment,
from side_by_side
