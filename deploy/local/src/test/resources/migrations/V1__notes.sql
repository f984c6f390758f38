do $$
begin
    if not exists (select from pg_roles where rolname = 'opsai_reader') then
        create role opsai_reader nologin;
    end if;
end
$$;

create table sampling.notes (id int primary key, text text not null);
grant usage on schema sampling to opsai_reader;
grant select on sampling.notes to opsai_reader;
