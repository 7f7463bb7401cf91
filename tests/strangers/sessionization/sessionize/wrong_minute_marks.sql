-- whole minutes, `date_diff('minute')` or `.dt.seconds // 60`
with m as (select *, case when date_diff('minute', lag(ts) over (partition by user_id order by ts), ts) <= 30 then 0 else 1 end f from clickstream where user_id is not null and ts is not null)
select user_id, sum(f) over (partition by user_id order by ts) as session_number, ts, page_url from m order by user_id, ts, page_url
