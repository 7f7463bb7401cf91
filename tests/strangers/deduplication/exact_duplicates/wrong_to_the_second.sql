-- not listed: times are compared to the second only
select email, full_name, phone, city, min(updated_at) as updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records group by email, full_name, phone, city, date_trunc('second', updated_at) having count(*) > 1 order by first_record_id
