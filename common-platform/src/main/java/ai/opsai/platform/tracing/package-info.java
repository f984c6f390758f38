/**
 * Which flow, tenant and trace a thread works for, and how that crosses what has no thread: outbox rows, events and durable
 * jobs carry it as W3C text ({@code traceparent}).
 */
@NullMarked
package ai.opsai.platform.tracing;

import org.jspecify.annotations.NullMarked;
