-- not listed: an empty string in a field counts as missing
with k as (select *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') as email_key from customer_records)
select email_key, coalesce(first(full_name order by updated_at desc nulls last, record_id desc) filter (full_name <> ''), min(full_name)) as full_name,
  coalesce(first(phone order by updated_at desc nulls last, record_id desc) filter (phone <> ''), min(phone)) as phone,
  coalesce(first(city order by updated_at desc nulls last, record_id desc) filter (city <> ''), min(city)) as city, max(updated_at) as last_updated, count(*) as copies
from k where email_key is not null group by email_key order by email_key
