-- FROM-first; starts are clicks without an earlier click inside half an hour; ASOF JOIN gives the number
from (from clickstream where user_id is not null and ts is not null) c
asof join (
  from (
    select distinct user_id, ts from clickstream a
    where user_id is not null and ts is not null
      and not exists (from clickstream b where b.user_id = a.user_id and b.ts < a.ts and b.ts >= a.ts - interval '30 minutes')
  )
  select user_id, ts, row_number() over (partition by user_id order by ts) as n
) s on c.user_id = s.user_id and c.ts >= s.ts
select c.page_url as PAGE_URL, c.user_id as User_Id, s.n::smallint as session_number, c.ts
order by 2, 4, 1
