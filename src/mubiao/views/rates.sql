-- One row is one rate that a place has reached: what targets are measured against. Of a thing that
-- grows and has a share as well, the growth is meant; the share only where nothing grows.
-- grain: place, thing, year and basis of a rate
-- reads: figures
-- made: table
select
    jurisdiction_code, jurisdiction, thing_key, year, indicator_id, indicator, measure,
    figure, low, high, bound, step, status, basis, real_growth, quote, observation_id,
    doc_id, disputed,
from figures
where stage = 'result'
    and counts
    and measure in ('growth', 'ratio')
    and dimension = 'percentage'
    and flow = ''
    and scope = ''
qualify rank() over (partition by jurisdiction_code, thing_key, year order by measure) = 1
