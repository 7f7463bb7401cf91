-- equality self-join misses NULLs
select a.email, a.full_name, a.phone, a.city, a.updated_at, count(*) as copies, a.record_id as first_record_id
from customer_records a join customer_records b using (email, full_name, phone, city, updated_at)
group by all having count(*) >= 2 and min(b.record_id) = a.record_id order by first_record_id
