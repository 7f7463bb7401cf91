-- column-wise MAX
with k as (select *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') as email_key from customer_records)
select email_key, max(full_name) as full_name, max(phone) as phone, max(city) as city, max(updated_at) as last_updated, count(*) as copies
from k where email_key is not null group by email_key order by email_key
