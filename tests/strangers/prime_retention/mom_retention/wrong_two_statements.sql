-- not listed: two statements, the first makes a table
create table cal as select 1 as x; select null::date as month, 0 as members_prev, 0 as retained, null::double as retention where false;
