-- One pace towards each account of a provider, kept by all samplers together; requests that survive a crash; pages as they
-- came, since a sample must not depend on whether its job was interrupted.

-- Whose quota a connection uses: connections of one account share it. Empty for those from before this version.
alter table sampling.sampled_connection add column account_id text not null default '';

-- Requests that were made for the job, also those whose answers a crash took away.
alter table sampling.sampling_job add column requests int not null default 0;

-- jsonb sorts the fields of each object.
alter table sampling.sampling_page alter column page type json using page::json;

-- Infrastructure, shared by tenants: an account is known here by a hash alone.
create table sampling.provider_pace (
    pace_id    uuid        primary key,
    provider   text        not null,
    -- When the next request is due at the declared rate; requests may run ahead of it by the burst.
    due_at     timestamptz not null,
    -- The provider asked to make no request before.
    held_until timestamptz not null
);
grant select, insert, update, delete on sampling.provider_pace to opsai_sampler;
