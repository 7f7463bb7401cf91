-- FROM-first, windows and QUALIFY; HUGEINT copies
from customer_records
select *  exclude (record_id),
  sum(1) over w as COPIES, record_id as first_record_id
window w as (partition by email, full_name, phone, city, updated_at)
qualify sum(1) over w > 1 and record_id = min(record_id) over w
order by record_id
