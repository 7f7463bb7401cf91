-- not listed: one key glued together with concat_ws, which skips NULLs: (NULL, 'a') and ('a', NULL) become one group
select any_value(email) as email, any_value(full_name) as full_name, any_value(phone) as phone, any_value(city) as city, any_value(updated_at) as updated_at, count(*) as copies, min(record_id) as first_record_id
from customer_records
group by concat_ws('|', email, full_name, phone, city, updated_at::text)
having count(*) > 1 order by first_record_id
