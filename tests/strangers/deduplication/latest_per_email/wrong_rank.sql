-- ties keep several rows, RANK
select record_id, email, full_name, phone, city, updated_at from customer_records
qualify email is null or rank() over (partition by email order by updated_at desc nulls last) = 1 order by record_id
