-- gap, flag, running sum; SUM gives HUGEINT
with marked as (
  select user_id, ts, page_url,
    case when ts - lag(ts) over (partition by user_id order by ts) <= interval 30 minute then 0 else 1 end as flag
  from clickstream where user_id is not null and ts is not null
)
select user_id, sum(flag) over (partition by user_id order by ts) as session_number, ts, page_url
from marked order by user_id, ts, page_url
