-- One row is one observation on the axis of its dimension: low and high are its ends with their
-- sign, in the reference unit, bound is the comparator as it holds there (下降3%以上 is at most
-- -3), and step is what its last written digit is worth (1.2万亿元: 1000亿元; 0 where nothing is
-- written). flow is what an amount counts: new (of the year; 新设企业增长5% is of the new ones too),
-- total (a stock or running total), unsaid (a count whose words tell neither), or '' where the
-- question does not arise. scope is the part of the thing, or of the year (雪季, 上半年); scope_key
-- is the scope without what leaves it the same, scope_stem the same without its level (province:
-- of 省级 and 自治区级). It is the one place where values get their sign and their scale.
-- grain: observation
-- reads: observations, indicators, units, basis_kinds, scope_words, documents
with
    -- 按可比价格计算 holds a word of basis_kinds.
    bases as (
        select told.basis, min(b.kind) as kind
        from (select distinct basis from observations where basis is not null) as told
        inner join basis_kinds as b on contains(told.basis, b.basis)
        group by told.basis
    ),
    -- 新雪季 and 上雪季 are one part of a year: each is that of its own year. Not materialized, and
    -- joined by place, so that whoever asks for some places reads the rows of these.
    parts as not materialized (
        select
            jurisdiction_code, observation_id,
            case
                when part_of_year is null then scope
                when ends_with(scope, part_of_year) then part_of_year
                else concat(scope, part_of_year)
            end as scope,
        from observations
    ),
    -- 市级重点 is level city and stem 重点; 数字经济核心产业 and 数字经济核心 are one.
    ends as (
        select '(?:' || string_agg(word, '|' order by length(word) desc, word) || ')+$' as pattern
        from scope_words
        where kind = 'end'
    ),
    levels as (
        select
            told.scope, arg_max(w.kind, length(w.word)) as level,
            substr(told.scope, 1 + coalesce(max(length(w.word)), 0)) as rest,
        from (select distinct scope from parts where scope is not null) as told
        left join scope_words as w
            on w.kind <> 'end'
            and (told.scope = w.word or not w.alone and starts_with(told.scope, w.word))
        group by told.scope
    ),
    scopes as (
        select
            levels.scope, levels.level,
            coalesce(
                nullif(regexp_replace(levels.rest, ends.pattern, ''), ''), levels.rest
            ) as stem,
        from levels
        cross join ends
    )
select
    o.observation_id, o.doc_id, o.source_kind, o.jurisdiction_code, o.jurisdiction, o.year,
    o.period_start, o.stage, o.role, o.parent_id, o.indicator_id,
    o.indicator as phrase,
    coalesce(i.name || '（' || p.scope || '）', i.name, o.indicator) as indicator,
    o.indicator_key,
    o.indicator_stem, i.theme, i.nature, coalesce(i.real_growth, false) as real_growth,
    -- Whoever promises to do or to reach a number has done it with more.
    coalesce(
        nullif(i.direction, 'none'),
        case
            when o.measure = 'amount'
                and (
                    o.action_kind in ('add', 'make')
                    or o.stage = 'target' and (o.action_kind = 'reach' or o.commitment is not null)
                )
                then 'higher'
        end,
        'none'
    ) as direction,
    case
        when o.indicator_id is null then 'wording'
        when list_contains(o.rules, 'reviewed') then 'review'
        else 'indicator'
    end as matched_by,
    o.measure, o.comparator, o.modifier, o.commitment, o.value, o.signed_value,
    o.sign * o.value_high as signed_value_high, o.sign, o.unit, o.status, o.note, o.corrected,
    list_contains(o.rules, 'standing') as standing,
    list_contains(o.rules, 'exemplified') as exemplified,
    o.reference, o.reference_id, o.reference_code, o.relation,
    case
        when o.sign > 0 then o.comparator
        when o.comparator = 'ge' then 'le'
        when o.comparator = 'gt' then 'lt'
        when o.comparator = 'le' then 'ge'
        when o.comparator = 'lt' then 'gt'
        else o.comparator
    end as bound,
    case
        when o.measure = 'growth' and list_contains(o.rules, 'growth_of_new')
            then case when i.nature = 'flow' then '' else 'new' end
        when o.measure <> 'amount' or i.nature = 'rate' then ''
        when i.nature = 'flow' and list_contains(o.rules, 'said_total') then 'total'
        when i.nature = 'flow' then 'new'
        when o.cumulative then 'total'
        when i.nature = 'stock' and o.action_kind in ('add', 'make', 'change') then 'new'
        when i.nature = 'stock' then 'total'
        when o.action_kind in ('add', 'change') then 'new'
        when not coalesce(u.counts, false) then ''
        when o.action_kind = 'make' then 'new'
        when o.action_kind = 'reach' then 'total'
        else 'unsaid'
    end as flow,
    case
        when o.measure <> 'amount' or coalesce(i.nature = 'stock', false) then ''
        when o.activity in ('started', 'renewed', 'mixed', 'extended') then o.activity
        else ''
    end as activity,
    case
        when o.indicator_id is null and u.classifier then 'count'
        when o.indicator_id is null and u.dimension = 'count' then 'count:' || o.unit
        when u.dimension = 'count' and own.dimension in ('person', 'household') then own.dimension
        when u.dimension = 'household' and own.dimension = 'count' then 'count'
        else coalesce(u.dimension, o.unit, '')
    end as dimension,
    u.dimension as unit_dimension,
    coalesce(p.scope, '') as scope,
    sc.level as scope_level,
    concat_ws(':', sc.level, coalesce(sc.stem, '')) as scope_key,
    coalesce(sc.stem, '') as scope_stem,
    case
        when b.kind is null then ''
        when b.kind = 'without' then o.basis
        when coalesce(i.real_growth, false) and b.kind = 'real' then ''
        when not coalesce(i.real_growth, false) and b.kind = 'nominal' then ''
        else b.kind
    end as basis,
    coalesce(u.factor, 1) as factor,
    o.signed_value * coalesce(u.factor, 1) as figure,
    coalesce(u.factor, 1)
    * least(o.signed_value, o.sign * coalesce(o.value_high, o.value)) as low,
    coalesce(u.factor, 1)
    * greatest(o.signed_value, o.sign * coalesce(o.value_high, o.value)) as high,
    regexp_extract(
        replace(translate(o.value_text, '０１２３４５６７８９．，', '0123456789.,'), ',', ''),
        '[0-9]+(?:\.[0-9]+)?'
    ) as digits,
    case
        when try_cast(digits as double) > 0
            then o.value * coalesce(u.factor, 1) / try_cast(digits as double)
                * 0.1 ** length(regexp_extract(digits, '\.(.*)', 1))
        else 0
    end as step,
    case when o.measure = 'relative' then o.action else o.value_text end as value_text,
    o.action, o.action_kind, o.quote, o.lead_units, o.section, o.confidence, o.char_start,
    d.doc_type, d.published, d.year as doc_year,
from observations as o
left join indicators as i on o.indicator_id = i.indicator_id
left join units as u on o.unit = u.unit
left join units as own on i.unit = own.unit
left join bases as b on o.basis = b.basis
inner join parts as p
    on o.jurisdiction_code = p.jurisdiction_code
    and o.observation_id = p.observation_id
left join scopes as sc on p.scope = sc.scope
left join documents as d on o.doc_id = d.doc_id
