-- singles listed
select email, full_name, phone, city, updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records group by all order by first_record_id
