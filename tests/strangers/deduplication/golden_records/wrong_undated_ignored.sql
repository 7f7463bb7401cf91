-- undated rows ignored
with k as (select *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') as email_key from customer_records where updated_at is not null)
select email_key, first(full_name order by updated_at desc, record_id desc) filter (full_name is not null) as full_name,
  first(phone order by updated_at desc, record_id desc) filter (phone is not null) as phone,
  first(city order by updated_at desc, record_id desc) filter (city is not null) as city, max(updated_at) as last_updated, count(*) as copies
from k where email_key is not null group by email_key order by email_key
