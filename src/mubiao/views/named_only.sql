-- One row is one indicator that a document names in its plan without a number that could be read
-- (居民消费价格保持基本稳定), where a target of it is told for the year before or after: that target
-- was not dropped, and is not new. sentence is the first that holds one of its names, and clause
-- the words between its commas. Names are the aliases of the vocabulary, in which [总] may be left
-- out and (种植|播种) are two words for one.
-- grain: document and indicator
-- reads: tasks, figures, indicators
with
    plans as (
        select jurisdiction_code, year, doc_id, string_agg(text, '。' order by char_start) as text
        from tasks
        where part = 'plan' and refused is null
        group by jurisdiction_code, year, doc_id
    ),
    told as (
        select distinct jurisdiction_code, indicator_id, year
        from figures
        where stage = 'target' and counts and indicator_id is not null
    ),
    asked as (
        select distinct p.jurisdiction_code, p.year, p.doc_id, beside.indicator_id, p.text
        from plans as p
        inner join told as beside
            on p.jurisdiction_code = beside.jurisdiction_code and abs(p.year - beside.year) = 1
        anti join told as here
            on p.jurisdiction_code = here.jurisdiction_code
            and p.year = here.year
            and beside.indicator_id = here.indicator_id
    ),
    named as (
        select
            indicator_id,
            regexp_escape(array_to_string(list_prepend(name, aliases), '|')) as said,
            replace(replace(said, '\[', '(?:'), '\]', ')?') as optional,
            replace(replace(replace(optional, '\(', '(?:'), '\)', ')'), '\|', '|') as names,
        from indicators
    )
select
    asked.jurisdiction_code, asked.year, asked.doc_id, asked.indicator_id,
    regexp_extract(asked.text, '[^。；;\n]*(?:' || named.names || ')[^。；;\n]*') as sentence,
    regexp_extract(sentence, '[^，,]*(?:' || named.names || ')[^，,]*') as clause,
from asked
inner join named on asked.indicator_id = named.indicator_id
where sentence <> ''
