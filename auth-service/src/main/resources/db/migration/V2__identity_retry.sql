-- Pasted tokens whose account the provider does not tell yet, because it asks to slow down. Infrastructure, like the
-- flows: read before a tenant is known, and what names one inside is encrypted.

create table connections.identity_retry (
    connection_id uuid        primary key,
    retry         bytea       not null,
    due_at        timestamptz not null,
    give_up_at    timestamptz not null
);
create index identity_retry_due on connections.identity_retry (due_at);
grant select, insert, update, delete on connections.identity_retry to opsai_auth;
