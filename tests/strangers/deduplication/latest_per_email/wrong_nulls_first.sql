-- NULLS FIRST: an undated row wins
select record_id, email, full_name, phone, city, updated_at from customer_records
qualify email is null or row_number() over (partition by email order by updated_at desc nulls first, record_id desc) = 1 order by record_id
