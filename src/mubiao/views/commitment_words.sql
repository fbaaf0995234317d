-- One row is one place, year, theme, modifier and commitment word of targets: how hard targets are
-- worded. hardness is soft (左右, or a soft word of commitment_kinds: 力争), ceiling (以内, 控制在)
-- or hard (以上, 确保, a plain number). Targets without a number of their own (与经济增长同步) are left
-- out.
-- grain: place, year, theme, modifier and commitment word
-- reads: figures, commitment_kinds
select
    f.jurisdiction_code, f.jurisdiction, f.year, coalesce(f.theme, 'other') as theme,
    f.modifier, f.commitment, f.comparator,
    case
        when f.comparator = 'approx' or word.kind = 'soft' then 'soft'
        when f.comparator in ('le', 'lt') then 'ceiling'
        else 'hard'
    end as hardness,
    count(*) as targets,
    list(f.indicator order by f.observation_id)[1:5] as examples,
from figures as f
left join commitment_kinds as word on f.commitment = word.commitment
where f.stage = 'target' and f.counts and f.measure <> 'relative'
group by
    f.jurisdiction_code, f.jurisdiction, f.year, coalesce(f.theme, 'other'), f.modifier,
    f.commitment, f.comparator, hardness
