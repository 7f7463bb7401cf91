-- not listed: the empty string is treated like NULL, all its rows are kept
select record_id, email, full_name, phone, city, updated_at from customer_records
qualify nullif(email, '') is null or row_number() over (partition by email order by updated_at desc nulls last, record_id desc) = 1 order by record_id
