-- Connectors that tenants bring. Only the newest manifest of each is kept; its version counts all there were.

create table sampling.tenant_connector (
    tenant_id    text        not null,
    connector_id text        not null,
    name         text        not null,
    version      int         not null,
    manifest     text        not null,
    imported_at  timestamptz not null,
    primary key (tenant_id, connector_id)
);

alter table sampling.tenant_connector enable row level security;
alter table sampling.tenant_connector force row level security;
create policy tenant on sampling.tenant_connector to opsai_sampler
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')));
grant select, insert, update, delete on sampling.tenant_connector to opsai_sampler;
