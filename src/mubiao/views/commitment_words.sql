-- One row is one place, year, theme, modifier and commitment word of targets: how hard targets are worded. hardness is soft
-- (左右, or a soft word of commitment_kinds: 力争), ceiling (以内, 控制在) or hard (以上, 确保, a plain number).
-- grain: place, year, theme, modifier and commitment word
-- reads: figures, commitment_kinds
select
    jurisdiction_code, jurisdiction, year, coalesce(theme, 'other') as theme, modifier, commitment, comparator,
    case
        when comparator = 'approx' or word.kind = 'soft' then 'soft'
        when comparator in ('le', 'lt') then 'ceiling'
        else 'hard'
    end as hardness,
    count(*) as targets,
    list(indicator order by observation_id)[1:5] as examples,
from figures
left join commitment_kinds word using (commitment)
where stage = 'target' and counts and measure <> 'relative'
group by jurisdiction_code, jurisdiction, year, coalesce(theme, 'other'), modifier, commitment, comparator, hardness
