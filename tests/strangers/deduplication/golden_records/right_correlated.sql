-- one correlated subquery per field
with k as (
  select customer_records.*, lower(trim(email)) as e, strpos(lower(trim(email)), '@') as pos, strpos(lower(trim(email)), '+') as plus from customer_records
),
n as (select record_id, full_name, phone, city, updated_at, case when plus between 1 and pos - 1 then e[:plus - 1] || e[pos:] else e end as email_key from k)
select copies, last_updated, email_key,
  (select city from n where n.email_key = g.email_key and city is not null order by updated_at is null, updated_at desc, record_id desc limit 1) as city,
  (select phone from n where n.email_key = g.email_key and phone is not null order by updated_at is null, updated_at desc, record_id desc limit 1) as phone,
  (select full_name from n where n.email_key = g.email_key and full_name is not null order by updated_at is null, updated_at desc, record_id desc limit 1) as full_name
from (select email_key, max(updated_at) as last_updated, count(*)::double as copies from n where email_key <> '' group by email_key) g
order by email_key
