-- What the owner of the account allowed; an entity that needs more is not asked for. Empty means that it is not known.

alter table sampling.sampled_connection add column scopes_granted text[] not null default '{}';
