-- NULL keys collapsed into one row
select record_id, email, full_name, phone, city, updated_at from customer_records
qualify row_number() over (partition by email order by updated_at desc nulls last, record_id desc) = 1 order by record_id
