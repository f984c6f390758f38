package ai.opsai.events;

import java.util.Map;

/** An event as Kafka gets it: the headers in order and the exact bytes of the value. Shared, not copied: don't write. */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: it is only carried from encoder to producer
public record EncodedEvent(String key, Map<String, String> headers, byte[] value) {}
