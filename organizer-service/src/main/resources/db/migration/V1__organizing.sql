-- The organizer's schema: its own copy of the samples, its runs, and what it made of them.
-- Plain SQL for PostgreSQL 15 to 18, run by the owner of the database; nothing here needs a superuser.

do $$
begin
    if not exists (select from pg_roles where rolname = 'opsai_organizer') then
        create role opsai_organizer nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'opsai_organizer_relay') then
        create role opsai_organizer_relay nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'opsai_reader') then
        create role opsai_reader nologin;
    end if;
end
$$;

grant usage on schema organizing to opsai_organizer, opsai_organizer_relay, opsai_reader;

-- Inventory: connections as the topics tell of them, and a copy of their samples.

create table organizing.connection (
    tenant_id           text not null,
    connection_id       uuid not null,
    provider            text not null,
    connection_version  bigint not null,
    state               text not null check (state in ('connected', 'stale', 'gone', 'erased')),
    last_sample_version bigint not null,
    -- Samples up to this version belong to a connection that its owner ended.
    gone_sample_version bigint not null default 0,
    primary key (tenant_id, connection_id)
);

create table organizing.sample (
    tenant_id          text not null,
    connection_id      uuid not null,
    sample_version     bigint not null,
    connection_version bigint not null,
    provider           text not null,
    state              text not null check (state in ('open', 'complete', 'failed')),
    collected_at       timestamptz,
    entities           jsonb not null default '{}',
    failure_code       text,
    primary key (tenant_id, connection_id, sample_version)
);

-- The rows of one part exactly as they came: text, since jsonb would refuse what JSON allows (NUL characters).
create table organizing.sample_part (
    tenant_id      text not null,
    connection_id  uuid not null,
    sample_version bigint not null,
    entity         text not null,
    part           int not null,
    rows           text not null,
    primary key (tenant_id, connection_id, sample_version, entity, part)
);

-- Corrections, as a log: a repeated run sees those of its time.
create table organizing.override_change (
    tenant_id         text not null,
    overrides_version bigint not null,
    change            jsonb not null,
    primary key (tenant_id, overrides_version)
);

-- Runs: one row per request.

create table organizing.organize_run (
    tenant_id      text not null,
    request_id     uuid not null,
    -- Place in the tenant's partition of the topic: requests are worked on in that order.
    position       bigint not null,
    state          text not null check (state in ('requested', 'waiting', 'running', 'done', 'failed')),
    expected       jsonb not null default '{}',
    requested_at   timestamptz not null,
    correlation_id text not null,
    causation_id   text not null,
    wait_until     timestamptz,
    -- An outcome that was read back from the topic and is to be repeated: the event and its time.
    outcome_type   text check (outcome_type in ('organized', 'failed')),
    outcome        jsonb,
    outcome_at     timestamptz,
    result         jsonb,
    problem_code   text,
    problem        text,
    finished_at    timestamptz,
    primary key (tenant_id, request_id)
);
create unique index organize_run_active on organizing.organize_run (tenant_id) where state in ('waiting', 'running');
create index organize_run_queue on organizing.organize_run (tenant_id, position)
    where state in ('requested', 'waiting', 'running');

-- What a model proposed in a run and what became of it.
create table organizing.model_proposal (
    tenant_id  text not null,
    request_id uuid not null,
    number     int not null,
    proposal   jsonb not null,
    accepted   boolean not null,
    reason     text not null,
    input_hash text not null,
    primary key (tenant_id, request_id, number)
);

-- A model's answers by the hash of what it was asked, so that the same question is paid for once.
create table organizing.model_answer (
    tenant_id  text not null,
    input_hash text not null,
    answer     text not null,
    answered_at timestamptz not null,
    primary key (tenant_id, input_hash)
);

-- What runs made.

create table organizing.tenant_data_schemas (
    tenant_id         text not null,
    version           int not null,
    entities          jsonb not null,
    relationships     jsonb not null,
    fingerprint       text not null,
    engine            text not null,
    created_at        timestamptz not null,
    engine_reason     text,
    engine_version    text not null,
    inputs            jsonb not null,
    overrides_version bigint not null,
    decisions         jsonb not null,
    ddl               text not null,
    changes           jsonb not null,
    breaking          boolean not null,
    primary key (tenant_id, version)
);

-- The state that a tenant's tables are in: which run made it from what, and how each decision came about.
create table organizing.tenant_organized (
    tenant_id         text primary key,
    schema_version    int not null,
    request_id        uuid not null,
    inputs            jsonb not null,
    overrides_version bigint not null,
    engine_version    text not null,
    decisions         jsonb not null,
    report            jsonb not null,
    organized_at      timestamptz not null
);

create table organizing.tenant_dynamic_data (
    tenant_id      text not null,
    entity_type    text not null,
    connection_id  uuid not null,
    entity_id      text not null,
    data           jsonb not null,
    provenance     jsonb not null,
    schema_version int not null,
    updated_at     timestamptz not null,
    primary key (tenant_id, entity_type, connection_id, entity_id)
);
create index tenant_dynamic_data_order
    on organizing.tenant_dynamic_data (tenant_id, entity_type, entity_id collate "C", connection_id);

create table organizing.tenant_identities (
    tenant_id          text not null,
    unified_id         uuid not null,
    entity             text not null,
    kind               text not null,
    provider           text not null,
    connection_id      uuid not null,
    member_entity      text not null,
    member_id          text not null,
    probability        double precision not null,
    decided_by         text not null check (decided_by in ('engine', 'user')),
    first_seen_version int not null,
    primary key (tenant_id, entity, connection_id, member_entity, member_id)
);
create index tenant_identities_unified on organizing.tenant_identities (tenant_id, unified_id);

create table organizing.tenant_identity_redirects (
    tenant_id   text not null,
    retired_id  uuid not null,
    survivor_id uuid not null,
    primary key (tenant_id, retired_id)
);

-- Row-level security on every table with a tenant: enabled and forced, so that the owner is bound too.

do $$
declare
    name text;
begin
    foreach name in array array['connection', 'sample', 'sample_part', 'override_change', 'organize_run',
        'model_proposal', 'model_answer', 'tenant_data_schemas', 'tenant_organized', 'tenant_dynamic_data',
        'tenant_identities', 'tenant_identity_redirects']
    loop
        execute format('alter table organizing.%I enable row level security', name);
        execute format('alter table organizing.%I force row level security', name);
        execute format(
            'create policy %I on organizing.%I to opsai_organizer
                using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')))
                with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')))',
            name || '_tenant', name);
        execute format('grant select, insert, update, delete on organizing.%I to opsai_organizer', name);
    end loop;
    foreach name in array array['tenant_data_schemas', 'tenant_dynamic_data', 'tenant_identities',
        'tenant_identity_redirects']
    loop
        execute format('create policy %I on organizing.%I for select to opsai_reader using (true)',
            name || '_reader', name);
        execute format('grant select on organizing.%I to opsai_reader', name);
    end loop;
end
$$;

-- Infrastructure, read before a tenant is known.

create table organizing.outbox (
    id            bigint generated always as identity (cache 1) primary key,
    shard         smallint not null,
    topic         text not null,
    key           text not null,
    headers       jsonb not null,
    value         bytea not null,
    appended_at   timestamptz not null default now(),
    parked_reason text
);
create index outbox_shard on organizing.outbox (shard, id);
alter table organizing.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
grant insert on organizing.outbox to opsai_organizer;
grant select, update, delete on organizing.outbox to opsai_organizer_relay;

-- Durable jobs, in the form that db-scheduler fixes.
create table organizing.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on organizing.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on organizing.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on organizing.scheduled_tasks (priority desc, execution_time);
grant select, insert, update, delete on organizing.scheduled_tasks to opsai_organizer;

-- How far a consumer group must read before its tables are those of the topics.
create table organizing.topic_rebuild (
    consumer_group text primary key,
    ends           jsonb not null,
    noted_at       timestamptz not null,
    finished_at    timestamptz
);
grant select, insert, update on organizing.topic_rebuild to opsai_organizer;
