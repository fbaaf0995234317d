-- One row is one indicator that a document names in its plan without a number that could be read
-- (居民消费价格保持基本稳定), where a target of it is told for the year before or after: that target
-- was not dropped, and is not new. sentence is the first that holds one of its names, and clause
-- the words between its commas. Names are the aliases of the vocabulary, in which [总] may be left
-- out and (种植|播种) are two words for one.
-- grain: document and indicator
-- reads: tasks, figures, indicators
-- made: table
with
    plans as (
        select jurisdiction_code, year, doc_id, string_agg(text, '。' order by char_start) as text
        from tasks
        where part = 'plan' and refused is null
        group by jurisdiction_code, year, doc_id
    ),
    beside as (
        select jurisdiction_code, year - 1 as year, indicator_id
        from figures
        where stage = 'target' and counts and indicator_id is not null
        union all
        select jurisdiction_code, year + 1 as year, indicator_id
        from figures
        where stage = 'target' and counts and indicator_id is not null
    ),
    -- A join that finds nothing, as into an anti join no filter on the place goes.
    asked as (
        select distinct b.jurisdiction_code, b.year, b.indicator_id
        from beside as b
        left join figures as here
            on b.jurisdiction_code = here.jurisdiction_code
            and b.year = here.year
            and b.indicator_id = here.indicator_id
            and here.stage = 'target'
            and here.counts
        where here.observation_id is null
    ),
    -- cores: of each name the longest run of characters that it must hold. To look for these first
    -- spares most of the expressions, each of which is made anew for each document.
    named as (
        select
            indicator_id,
            regexp_escape(array_to_string(list_prepend(name, aliases), '|')) as said,
            replace(replace(said, '\[', '(?:'), '\]', ')?') as optional,
            replace(replace(replace(optional, '\(', '(?:'), '\)', ')'), '\|', '|') as names,
            list_transform(
                list_prepend(name, aliases),
                lambda form: list_max(
                    list_transform(
                        string_split_regex(form, '\[[^\]]*\]|\([^)]*\)'),
                        lambda part: struct_pack(size := length(part), part := part)
                    )
                ).part
            ) as cores,
        from indicators
    ),
    told as (
        select
            plans.jurisdiction_code, plans.year, plans.doc_id, asked.indicator_id, plans.text,
            regexp_extract(plans.text, named.names) as name,
        from asked
        inner join plans
            on asked.jurisdiction_code = plans.jurisdiction_code and asked.year = plans.year
        inner join named on asked.indicator_id = named.indicator_id
        where list_bool_or(list_transform(named.cores, lambda core: contains(plans.text, core)))
            and regexp_matches(plans.text, named.names)
    ),
    -- What stands around the first name, without another expression that is made anew.
    around as (
        select
            jurisdiction_code, year, doc_id, indicator_id,
            split_part(text, name, 1) as ahead,
            regexp_extract(ahead, '[^。；;\n]*$') as before,
            regexp_extract(substring(text, length(ahead) + 1), '^[^。；;\n]*') as behind,
        from told
    )
select
    jurisdiction_code, year, doc_id, indicator_id, before || behind as sentence,
    regexp_extract(before, '[^，,]*$') || regexp_extract(behind, '^[^，,]*') as clause,
from around
