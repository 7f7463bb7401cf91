-- not listed: spaces inside the address are removed too
with k as (select *, nullif(regexp_replace(lower(replace(email, ' ', '')), '\+[^@]*@', '@'), '') as email_key from customer_records)
select email_key, record_id, email, case when email_key is null then 1 else count(*) over (partition by email_key) end as copies
from k qualify email_key is null or row_number() over (partition by email_key order by updated_at desc nulls last, record_id desc) = 1 order by record_id
