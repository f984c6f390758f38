package ai.opsai.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents attributes are UTF-8 text in Kafka headers. */
final class KafkaHeaders {

    private KafkaHeaders() {}

    static void write(Map<String, String> from, Headers to) {
        from.forEach((name, value) -> to.add(name, value.getBytes(UTF_8)));
    }

    /** The last value wins where a name stands twice. */
    static Map<String, String> read(Headers headers) {
        Map<String, String> read = new HashMap<>();
        for (Header header : headers) {
            if (header.value() != null) {
                read.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return read;
    }
}
