/**
 * Events out through a transactional outbox, events in through idempotent handlers, dead letters for what fails for
 * good.
 *
 * <p>Each service's schema holds one outbox table:
 *
 * <pre>
 * create table outbox (
 *     id            bigint generated always as identity (cache 1) primary key,
 *     shard         smallint not null,
 *     topic         text not null,
 *     key           text not null,
 *     headers       jsonb not null,
 *     value         bytea not null,
 *     appended_at   timestamptz not null default now(),
 *     parked_reason text
 * );
 * create index outbox_shard on outbox (shard, id);
 * -- the service: insert; the relay's role: select, update, delete
 * </pre>
 */
@NullMarked
package ai.opsai.platform.messaging;

import org.jspecify.annotations.NullMarked;
