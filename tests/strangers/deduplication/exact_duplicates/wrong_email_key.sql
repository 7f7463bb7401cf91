-- email alone as the key
select email, any_value(full_name) as full_name, any_value(phone) as phone, any_value(city) as city, any_value(updated_at) as updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records group by email having count(*) > 1 order by first_record_id
