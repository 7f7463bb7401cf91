-- window frames with IGNORE NULLS
with k as (
  from customer_records select *, trim(email).lower() as e
),
n as (
  select * exclude (email), if(contains(e, '@'), regexp_replace(split_part(e, '@', 1), '\+.*', '') || '@' || split_part(e, '@', -1), e) as email_key
  from k where e <> ''
)
select distinct email_key as "Email_Key",
  first_value(full_name ignore nulls) over w as full_name,
  first_value(phone ignore nulls) over w as phone,
  first_value(city ignore nulls) over w as city,
  max(updated_at) over w as last_updated,
  sum(1) over w as copies
from n
window w as (partition by email_key order by updated_at desc nulls last, record_id desc rows between unbounded preceding and unbounded following)
order by 1
