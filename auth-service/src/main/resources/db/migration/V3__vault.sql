-- The vault's keys, the life of a token beyond one refresh, and revocations that outlive a crash.

-- One key per tenant, wrapped by the key provider. Without its row all that it sealed is unreadable for good.
create table connections.tenant_dek (
    tenant_id  text        not null,
    dek_id     uuid        not null,
    wrapped    bytea       not null,
    kek_id     text        not null,
    active     boolean     not null,
    created_at timestamptz not null,
    primary key (tenant_id, dek_id)
);
create unique index tenant_dek_active on connections.tenant_dek (tenant_id) where active;
comment on table connections.tenant_dek is 'the tenant _platform, which no caller can be, seals what has no tenant yet';

alter table connections.connection_secret
    add column dek_id                 uuid,
    add column config                 bytea,
    add column previous_refresh_token bytea,
    add column refresh_started_at     timestamptz,
    add column refresh_attempt        uuid,
    add column refresh_failures       int not null default 0,
    add column refresh_not_before     timestamptz,
    add column verdict                text,
    add column verdict_at             timestamptz,
    add column ended_at               timestamptz;
comment on column connections.connection_secret.dek_id is 'null: sealed by the keyset itself, as the first release did';
comment on column connections.connection_secret.previous_refresh_token is 'kept until the one that replaced it has worked';
comment on column connections.connection_secret.refresh_attempt is 'of a refresh whose answer was never written down';
comment on column connections.connection_secret.verdict is 'why only the owner can help, until the connection says so too';
comment on column connections.connection_secret.ended_at is 'never given out again; kept until the provider has revoked it';

-- Infrastructure: read before a tenant is known, so without a column tenant_id ------------------------------------------

-- Proves at every start that the key provider is the one that sealed everything else.
create table connections.vault_canary (
    only_row boolean primary key default true check (only_row),
    sealed   bytea   not null
);

-- Tenants that the vault keeps something for, and when their keys are to be looked after.
create table connections.vault_tenant (
    tenant     text   primary key,
    sweep_at   timestamptz,
    stale_rows bigint not null default 0
);
create index vault_tenant_sweep on connections.vault_tenant (sweep_at);
comment on column connections.vault_tenant.stale_rows is 'secrets that an older key still seals';

-- When a token is to be renewed before somebody asks for it.
create table connections.secret_schedule (
    connection_id uuid        primary key,
    tenant        text        not null,
    due_at        timestamptz not null
);
create index secret_schedule_due on connections.secret_schedule (due_at);

-- Grants that are to be given back to their provider.
create table connections.revocation_job (
    connection_id uuid        primary key,
    tenant        text        not null,
    attempts      int         not null default 0,
    due_at        timestamptz not null,
    give_up_at    timestamptz not null
);
create index revocation_job_due on connections.revocation_job (due_at);

-- What the first release sealed is to be found and sealed anew. Without the force its owner sees all rows.
alter table connections.connection_secret no force row level security;
insert into connections.vault_tenant (tenant, sweep_at, stale_rows)
    select tenant_id, now(), count(*) from connections.connection_secret group by tenant_id;
insert into connections.secret_schedule (connection_id, tenant, due_at)
    select connection_id, tenant_id, expires_at from connections.connection_secret
    where refresh_token is not null and expires_at is not null;
alter table connections.connection_secret force row level security;

grant select, insert, update, delete on connections.tenant_dek, connections.vault_canary, connections.vault_tenant,
    connections.secret_schedule to opsai_vault;
grant select, insert, update, delete on connections.revocation_job to opsai_auth;
grant select on connections.token_release to opsai_reader;

alter table connections.tenant_dek enable row level security;
alter table connections.tenant_dek force row level security;
create policy tenant on connections.tenant_dek to opsai_vault
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')));
create policy reader on connections.token_release for select to opsai_reader using (true);
