-- One row is one place, year, theme, modifier and commitment word of targets: how hard targets are worded. kind is hard
-- (确保, 不低于, 以上, a plain number), soft (左右, 力争, 争取, 预期) or ceiling (以内, 控制在).
select
    jurisdiction_code, jurisdiction, year, coalesce(theme, 'other') as theme, modifier, commitment, comparator,
    case
        when comparator = 'approx' or commitment in ('力争', '争取', '预期', '努力', '力促', '力求', '有望', '预计') then 'soft'
        when comparator in ('le', 'lt') then 'ceiling'
        else 'hard'
    end as kind,
    count(*) as targets,
    list(indicator order by observation_id)[1:5] as examples,
from figures
where stage = 'target' and measure <> 'relative'
group by jurisdiction_code, jurisdiction, year, coalesce(theme, 'other'), modifier, commitment, comparator, kind
