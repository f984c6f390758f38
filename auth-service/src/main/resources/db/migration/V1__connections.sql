-- The gateway's own schema. The login that runs this owns the tables; the service connects as the roles below, which
-- neither own them nor bypass row-level security. Roles are made without login: whoever runs the database gives them one.

create schema if not exists connections;

do $$
declare
    wanted text;
begin
    foreach wanted in array array['opsai_auth', 'opsai_auth_relay', 'opsai_vault', 'opsai_reader'] loop
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

grant usage on schema connections to opsai_auth, opsai_auth_relay, opsai_vault, opsai_reader;

-- Connections -------------------------------------------------------------------------------------------------------

create table connections.connection (
    tenant_id              text        not null,
    connection_id          uuid        primary key,
    provider               text        not null,
    status                 text        not null check (status in ('pending', 'active', 'reauth_required', 'disconnected', 'failed')),
    reason                 text,
    version                bigint      not null default 0,
    account_id             text,
    account_label          text,
    scopes_requested       text[]      not null default '{}',
    scopes_granted         text[]      not null default '{}',
    variables              jsonb       not null default '{}',
    same_as                uuid,
    created_at             timestamptz not null,
    connected_at           timestamptz,
    -- The newest sample that was asked for, and how far it is.
    sample_version         bigint      not null default 0,
    sample_status          text        check (sample_status in ('queued', 'running', 'waiting', 'collected', 'partial', 'failed')),
    sample_retry_at        timestamptz,
    sample_problem         jsonb,
    -- The newest sample that was collected.
    collected_version      bigint      not null default 0,
    collected_at           timestamptz
);
comment on column connections.connection.same_as is 'the connection of the same account that a new consent renewed instead';
create index connection_tenant on connections.connection (tenant_id, created_at);
create index connection_account on connections.connection (tenant_id, provider, account_id);

-- Operations --------------------------------------------------------------------------------------------------------

create table connections.operation (
    tenant_id       text        not null,
    operation_id    uuid        primary key,
    kind            text        not null check (kind in ('connect', 'sample', 'organize', 'replay', 'erase')),
    status          text        not null check (status in ('queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled')),
    connection_id   uuid,
    sample_version  bigint,
    correlation_id  text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    retry_at        timestamptz,
    step            text        not null,
    done            bigint      not null default 0,
    total           bigint      not null default 0,
    problem         jsonb,
    run_again       boolean     not null default false
);
comment on column connections.operation.run_again is 'something changed too late for this run: another one follows it';
create index operation_tenant on connections.operation (tenant_id, operation_id desc);
create index operation_sample on connections.operation (connection_id, sample_version) where kind = 'sample';
create unique index operation_one_organize on connections.operation (tenant_id)
    where kind = 'organize' and status in ('queued', 'running', 'waiting');

create table connections.operation_event (
    tenant_id    text        not null,
    operation_id uuid        not null,
    seq          int         not null,
    at           timestamptz not null,
    type         text        not null,
    message      text        not null,
    data         jsonb,
    primary key (operation_id, seq)
);
create index operation_event_tenant on connections.operation_event (tenant_id);

-- What live displays are told; the numbers order it within a tenant.
create table connections.live_event (
    tenant_id    text        not null,
    seq          bigint      generated always as identity (cache 1),
    at           timestamptz not null,
    event        text        not null,
    subject_id   uuid        not null,
    operation_id uuid,
    data         jsonb,
    primary key (tenant_id, seq)
);

-- The vault: another role and another pool than the rest of the gateway ---------------------------------------------

create table connections.connection_secret (
    tenant_id        text        not null,
    connection_id    uuid        primary key,
    provider         text        not null,
    version          bigint      not null,
    access_token     bytea       not null,
    refresh_token    bytea,
    expires_at       timestamptz,
    stored_at        timestamptz not null
);
create index connection_secret_tenant on connections.connection_secret (tenant_id);

create table connections.token_release (
    tenant_id     text        not null,
    connection_id uuid        not null,
    version       bigint      not null,
    service       text        not null,
    purpose       text        not null,
    jti           text        not null,
    at            timestamptz not null
);
create index token_release_tenant on connections.token_release (tenant_id, at);

-- Infrastructure: read before a tenant is known, so without tenant_id; what names a tenant inside is encrypted ---------

create table connections.oauth_flow (
    state_hash   bytea       primary key,
    browser_hash bytea       not null,
    provider     text        not null,
    flow         bytea       not null,
    expires_at   timestamptz not null
);
create index oauth_flow_expiry on connections.oauth_flow (expires_at);

create table connections.oauth_ticket (
    ticket_hash bytea       primary key,
    provider    text        not null,
    ticket      bytea       not null,
    expires_at  timestamptz not null
);
create index oauth_ticket_expiry on connections.oauth_ticket (expires_at);

create table connections.used_assertion (
    issuer     text        not null,
    jti        text        not null,
    expires_at timestamptz not null,
    primary key (issuer, jti)
);
create index used_assertion_expiry on connections.used_assertion (expires_at);

create table connections.idempotency_key (
    key_hash     bytea       primary key,
    request_hash bytea       not null,
    operation_id uuid,
    created_at   timestamptz not null
);

create table connections.outbox (
    id            bigint      generated always as identity (cache 1) primary key,
    shard         smallint    not null,
    topic         text        not null,
    key           text        not null,
    headers       jsonb       not null,
    value         bytea       not null,
    appended_at   timestamptz not null default now(),
    parked_reason text
);
create index outbox_shard on connections.outbox (shard, id);
alter table connections.outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);

-- Who may do what ---------------------------------------------------------------------------------------------------

grant select, insert, update, delete on connections.connection, connections.operation, connections.operation_event,
    connections.live_event, connections.oauth_flow, connections.oauth_ticket, connections.used_assertion,
    connections.idempotency_key to opsai_auth;
grant insert on connections.outbox to opsai_auth;
grant select, update, delete on connections.outbox to opsai_auth_relay;
grant select, insert, update, delete on connections.connection_secret to opsai_vault;
grant select, insert on connections.token_release to opsai_vault;
grant select on connections.connection, connections.operation, connections.operation_event to opsai_reader;

do $$
declare
    bound record;
begin
    for bound in
        select * from (values
            ('connection', 'opsai_auth', true),
            ('operation', 'opsai_auth', true),
            ('operation_event', 'opsai_auth', true),
            ('live_event', 'opsai_auth', false),
            ('connection_secret', 'opsai_vault', false),
            ('token_release', 'opsai_vault', false)) as t (name, role, readable)
    loop
        execute format('alter table connections.%I enable row level security', bound.name);
        execute format('alter table connections.%I force row level security', bound.name);
        execute format(
            'create policy tenant on connections.%I to %I '
            'using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), ''''))) '
            'with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')))',
            bound.name, bound.role);
        if bound.readable then
            execute format('create policy reader on connections.%I for select to opsai_reader using (true)', bound.name);
        end if;
    end loop;
end
$$;
