-- Browsers that are signed in. Infrastructure, like the flows: read before a tenant is known, and who a session belongs
-- to is encrypted. What is stored of the cookie is a hash.

create table connections.browser_session (
    session_hash bytea       primary key,
    caller       bytea       not null,
    seen_at      timestamptz not null,
    ends_at      timestamptz not null
);
create index browser_session_end on connections.browser_session (ends_at);
grant select, insert, update, delete on connections.browser_session to opsai_auth;

-- What the first call with a key was answered, encrypted: it may hold a link that works once.

alter table connections.idempotency_key drop column operation_id, add column answer bytea;
