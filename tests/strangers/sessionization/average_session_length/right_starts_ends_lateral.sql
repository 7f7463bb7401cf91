-- FROM-first; each session start looks for its own end with a correlated subquery
from (
  from (select distinct user_id, ts from clickstream where user_id is not null and ts is not null) s
  select ts as a, (
    select min(e.ts) from clickstream e
    where e.user_id = s.user_id and e.ts >= s.ts
      and not exists (from clickstream x where x.user_id = s.user_id and x.ts > e.ts and x.ts <= e.ts + interval 30 minute)
  ) as b
  where not exists (from clickstream y where y.user_id = s.user_id and y.ts < s.ts and y.ts >= s.ts - interval 30 minute)
)
select avg(date_diff('microsecond', a, b)) / 60000000 as AVG_SESSION_MINUTES, count(*) as SESSIONS
