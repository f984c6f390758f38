-- The sampler's schema: what it knows of connections, its jobs with the pages they have read, and the newest sample of
-- each connection. Plain SQL for PostgreSQL 15 to 18, run by the owner of the database; nothing here needs a superuser.

create schema if not exists sampling;

do $$
declare
    wanted text;
begin
    foreach wanted in array array['opsai_sampler', 'opsai_sampler_relay', 'opsai_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null; -- another service's migration was faster
            end;
        end if;
    end loop;
end
$$;

grant usage on schema sampling to opsai_sampler, opsai_sampler_relay, opsai_reader;

-- The highest version of each connection with its state: anything older changes nothing.
create table sampling.sampled_connection (
    tenant_id          text   not null,
    connection_id      uuid   primary key,
    provider           text   not null,
    connection_version bigint not null,
    state              text   not null check (state in ('active', 'reauth_required', 'disconnected')),
    sample_version     bigint not null
);
create index sampled_connection_tenant on sampling.sampled_connection (tenant_id);

-- One row per sample that was asked for: what to do and how far it is. When it runs is the scheduler's matter.
create table sampling.sampling_job (
    tenant_id          text        not null,
    job_id             uuid        primary key,
    connection_id      uuid        not null,
    connection_version bigint      not null,
    sample_version     bigint      not null,
    purpose            text        not null check (purpose in ('connect', 'refresh', 'link')),
    provider           text        not null,
    correlation_id     text        not null,
    causation_id       text        not null,
    requested_at       timestamptz not null,
    state              text        not null
        check (state in ('queued', 'running', 'waiting', 'done', 'failed', 'superseded', 'cancelled')),
    runs               int         not null default 0,
    started_at         timestamptz,
    touched_at         timestamptz,
    retry_at           timestamptz,
    finished_at        timestamptz,
    unique (connection_id, sample_version)
);
create index sampling_job_tenant on sampling.sampling_job (tenant_id, state);

-- The pages that a job has read, so that a crash costs no request twice; gone when the job ends.
create table sampling.sampling_page (
    tenant_id text  not null,
    job_id    uuid  not null,
    page_key  text  not null,
    page      jsonb not null,
    primary key (job_id, page_key)
);
create index sampling_page_tenant on sampling.sampling_page (tenant_id);

create table sampling.tenant_sample_data (
    tenant_id          text        not null,
    provider           text        not null,
    connection_id      uuid        primary key,
    connection_version bigint      not null,
    sample_version     bigint      not null,
    sample_data        jsonb       not null,
    data_analysis      jsonb       not null,
    collected_at       timestamptz not null,
    -- Requests that the sample took of the provider.
    requests           int         not null
);
create index tenant_sample_data_tenant on sampling.tenant_sample_data (tenant_id, provider);

-- Row-level security on every table with a tenant: enabled and forced, so that the owner is bound too.

do $$
declare
    name text;
begin
    foreach name in array array['sampled_connection', 'sampling_job', 'sampling_page', 'tenant_sample_data'] loop
        execute format('alter table sampling.%I enable row level security', name);
        execute format('alter table sampling.%I force row level security', name);
        execute format(
            'create policy tenant on sampling.%I to opsai_sampler '
            'using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), ''''))) '
            'with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')))',
            name);
        execute format('grant select, insert, update, delete on sampling.%I to opsai_sampler', name);
    end loop;
    foreach name in array array['sampling_job', 'tenant_sample_data'] loop
        execute format('create policy reader on sampling.%I for select to opsai_reader using (true)', name);
        execute format('grant select on sampling.%I to opsai_reader', name);
    end loop;
end
$$;

-- Infrastructure, read before a tenant is known.

create table sampling.outbox (
    id            bigint generated always as identity (cache 1) primary key,
    shard         smallint not null,
    topic         text not null,
    key           text not null,
    headers       jsonb not null,
    value         bytea not null,
    appended_at   timestamptz not null default now(),
    parked_reason text
);
create index outbox_shard on sampling.outbox (shard, id);
alter table sampling.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
grant insert on sampling.outbox to opsai_sampler;
grant select, update, delete on sampling.outbox to opsai_sampler_relay;

-- Durable jobs, in the form that db-scheduler fixes.
create table sampling.scheduled_tasks (
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
create index scheduled_tasks_execution_time on sampling.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on sampling.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on sampling.scheduled_tasks (priority desc, execution_time);
grant select, insert, update, delete on sampling.scheduled_tasks to opsai_sampler;
