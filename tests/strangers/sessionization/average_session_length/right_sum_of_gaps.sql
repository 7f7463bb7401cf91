-- no sessions built: the sum of the short gaps over the number of long ones; 0/0 is NaN here
select sum(new)::hugeint as sessions, sum(short)::double / sum(new)::double as avg_session_minutes
from (
  select case when gap <= 1800000000 then 0 else 1 end as new, case when gap <= 1800000000 then gap / 60000000 else 0 end as short
  from (
    select epoch_us(ts) - lag(epoch_us(ts)) over (partition by user_id order by ts) as gap
    from clickstream where user_id is not null and ts is not null
  )
  union all select 0, 0
)
