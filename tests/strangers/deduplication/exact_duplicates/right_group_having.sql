-- GROUP BY treats NULLs as equal
select email, full_name, phone, city, updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records
group by email, full_name, phone, city, updated_at
having count(*) >= 2
order by first_record_id
