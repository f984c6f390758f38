-- What every service's schema has, for tests of the platform itself.
do $$
begin
    if not exists (select from pg_roles where rolname = 'opsai_test') then
        create role opsai_test nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'opsai_test_relay') then
        create role opsai_test_relay nologin;
    end if;
end $$;

grant usage on schema testing to opsai_test, opsai_test_relay;

create table testing.outbox (
    id            bigint generated always as identity (cache 1) primary key,
    shard         smallint not null,
    topic         text not null,
    key           text not null,
    headers       jsonb not null,
    value         bytea not null,
    appended_at   timestamptz not null default now(),
    parked_reason text
);
create index outbox_shard on testing.outbox (shard, id);
grant insert on testing.outbox to opsai_test;
grant select, update, delete on testing.outbox to opsai_test_relay;

create table testing.note (
    tenant_id text not null,
    body      text not null
);
create index note_tenant on testing.note (tenant_id);
alter table testing.note enable row level security;
alter table testing.note force row level security;
create policy note_tenant on testing.note to opsai_test
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')));
grant select, insert on testing.note to opsai_test;
