-- One row is one comparable observation and what it is among those of its cell (series, year and
-- stage). counts is true for the one that counts: a final figure beats an estimate, a report's own
-- words beat an entered target, a published result beats a report's, a later source an earlier, an
-- exact value a bound. statements are the rows of the cell. differs is true where a row cannot be
-- true together with the one that counts; disputed where such a row has the same rank, so that
-- nothing says which of them holds; other_thing where it is likely of something else: both stand in
-- one clause, or in one document with no more in common than the wording, or are counts of one
-- document that came about in two ways (制定政府规章1部, 废止10部), or stand behind the examples of
-- two lists of one document (光谷等5500个重大项目, 丹江口等3100个), so that one has lost its subject.
-- grain: observation that can be compared
-- reads: comparable
-- made: table
with
    ranked as (
        select
            observation_id, doc_id, source_kind, jurisdiction_code, jurisdiction, year, stage,
            indicator_id, phrase, indicator, theme, nature, real_growth, direction, series_id,
            matched_by, measure, comparator, modifier, commitment, value, signed_value,
            signed_value_high, sign, unit, status, note, corrected, standing, reference,
            reference_id,
            reference_code, relation, bound, flow, activity, dimension, unit_dimension, scope,
            basis, factor, figure, low, high, step, value_text, action, quote, lead_units,
            section, confidence, char_start, doc_type, published, series_key, thing_key,
            scope_part, work_part, exemplified,
            coalesce(status = 'estimate', false) as estimated,
            source_kind = case stage when 'target' then 'statistics' else 'document' end
                as second_hand,
            hash(
                estimated, role, standing, second_hand, published, doc_year, status
            ) as rank,
            row_number() over cell as place,
            first_value(rank) over cell as chosen_rank,
            first_value(quote) over cell as chosen_quote,
            first_value(doc_id) over cell as chosen_doc_id,
            first_value(action) over cell as chosen_action,
            first_value(exemplified) over cell as chosen_exemplified,
            first_value(bound) over cell as chosen_bound,
            first_value(low) over cell as chosen_low,
            first_value(high) over cell as chosen_high,
            first_value(step) over cell as chosen_step,
        from comparable
        window cell as (
            partition by jurisdiction_code, series_key, year, stage
            order by
                coalesce(status = 'estimate', false), role <> 'core', standing,
                source_kind = case stage when 'target' then 'statistics' else 'document' end,
                published desc nulls last, doc_year desc nulls last,
                coalesce(status = 'preliminary', false), bound <> 'eq', confidence desc, doc_id,
                char_start, observation_id
        )
    ),
    compared as (
        select
            observation_id, doc_id, source_kind, jurisdiction_code, jurisdiction, year, stage,
            indicator_id, phrase, indicator, theme, nature, real_growth, direction, series_id,
            matched_by, measure, comparator, modifier, commitment, value, signed_value,
            signed_value_high, sign, unit, status, note, corrected, standing, reference,
            reference_id,
            reference_code, relation, bound, flow, activity, dimension, unit_dimension, scope,
            basis, factor, figure, low, high, step, value_text, action, quote, lead_units,
            section, confidence, char_start, doc_type, published, series_key, thing_key,
            scope_part, work_part, place,
            rank, chosen_rank, chosen_quote, chosen_doc_id, chosen_action, exemplified,
            chosen_exemplified,
            greatest(step / 2, chosen_step / 2, 1e-9 * greatest(1, abs(low), abs(high)))
                as rounding,
            case
                when measure = 'relative' then
                    false
                when bound in ('eq', 'approx') and chosen_bound in ('eq', 'approx') then
                    greatest(abs(low - chosen_low), abs(high - chosen_high)) >= rounding
                else
                    bound not in ('le', 'lt') and chosen_bound not in ('ge', 'gt')
                    and low >= chosen_high + rounding
                    or bound not in ('ge', 'gt') and chosen_bound not in ('le', 'lt')
                    and high <= chosen_low - rounding
            end as differs,
        from ranked
    )
select
    jurisdiction_code, jurisdiction, year, stage, indicator_id, phrase, indicator, observation_id,
    doc_id, source_kind, theme, nature, real_growth, direction, series_id, matched_by, measure,
    comparator, modifier, commitment, value, signed_value, signed_value_high, sign, unit,
    status, note, corrected, standing, reference, reference_id, reference_code, relation, bound,
    flow,
    activity, dimension, unit_dimension, scope, basis, factor, figure, low, high, step,
    value_text, action, quote, lead_units, section, confidence, char_start, doc_type, published,
    series_key, thing_key, scope_part, work_part,
    flow = 'total' as cumulative,
    place = 1 as counts,
    differs,
    differs and (
        doc_id = chosen_doc_id and (contains(quote, chosen_quote) or contains(chosen_quote, quote))
        or matched_by = 'wording'
        and (doc_id = chosen_doc_id or action is distinct from chosen_action)
        or doc_id = chosen_doc_id
        and flow in ('new', 'unsaid')
        and action is distinct from chosen_action
        or doc_id = chosen_doc_id and exemplified and chosen_exemplified
    ) as other_thing,
    count(*) over cell as statements,
    bool_or(differs and rank = chosen_rank) over cell as disputed,
from compared
window cell as (partition by jurisdiction_code, series_key, year, stage)
order by jurisdiction_code, year, stage, series_id, observation_id
