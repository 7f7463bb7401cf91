-- whole newest row instead of field by field
with k as (select *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') as email_key from customer_records)
select email_key, full_name, phone, city, max(updated_at) over (partition by email_key) as last_updated, count(*) over (partition by email_key) as copies
from k where email_key is not null qualify row_number() over (partition by email_key order by updated_at desc nulls last, record_id desc) = 1 order by email_key
