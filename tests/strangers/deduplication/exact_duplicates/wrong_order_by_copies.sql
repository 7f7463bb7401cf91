-- not listed: the biggest groups first
select email, full_name, phone, city, updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records group by all having copies > 1 order by copies desc, first_record_id
