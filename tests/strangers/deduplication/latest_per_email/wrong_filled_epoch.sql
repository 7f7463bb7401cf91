-- not listed: a missing time is taken for 1970-01-01, so a row from before 1970 loses against an undated one
select record_id, email, full_name, phone, city, updated_at from customer_records
qualify email is null or row_number() over (partition by email order by coalesce(updated_at, timestamp '1970-01-01') desc, record_id desc) = 1 order by record_id
