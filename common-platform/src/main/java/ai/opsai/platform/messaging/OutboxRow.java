package ai.opsai.platform.messaging;

import java.util.Map;

/** A row to be sent, exactly as it was committed. */
@SuppressWarnings("ArrayRecordComponent") // carried from the table to the producer, never compared
record OutboxRow(long id, String topic, String key, Map<String, String> headers, byte[] value) {}
