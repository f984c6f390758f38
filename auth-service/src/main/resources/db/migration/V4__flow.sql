-- Whose account a provider speaks of when it says that it was disconnected: read before a tenant is known, so without
-- tenant_id; what names a tenant inside is encrypted. Connections from before enter with their next sample.

create table connections.account_owner (
    connection_id uuid  primary key,
    account_hash  bytea not null,
    owner         bytea not null
);
create index account_owner_account on connections.account_owner (account_hash);

-- Deliveries that took effect, so that one that comes again does not end what was connected anew since.
create table connections.webhook_delivery (
    delivery_hash bytea       primary key,
    received_at   timestamptz not null
);
create index webhook_delivery_age on connections.webhook_delivery (received_at);

-- Entities that the newest sample could not read, with their reasons.
alter table connections.connection add column sample_limits jsonb;

grant select, insert, update, delete on connections.account_owner to opsai_auth;
grant select, insert, delete on connections.webhook_delivery to opsai_auth;
