package ai.opsai.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The CloudEvents attributes as Kafka headers. */
final class EventHeaders {

    private static final Pattern TYPE = Pattern.compile("ai\\.opsai\\.([A-Za-z]+)\\.v([0-9]{1,3})");

    private final Map<String, String> headers;

    EventHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    static Map<String, String> of(Envelope event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id().toString());
        headers.put("ce_type", event.type().wireName());
        headers.put("ce_source", event.source());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_subject", event.subject());
        headers.put("ce_tenantid", event.tenantId());
        headers.put("ce_correlationid", event.correlationId());
        putIfKnown(headers, "ce_causationid", event.causationId());
        putIfKnown(headers, "traceparent", event.traceparent());
        headers.put("content-type", "application/json");
        return headers;
    }

    EventType type() {
        if (headers.containsKey("ce_datakeyid")) {
            throw new UnreadableEventException("The payload is encrypted (ce_datakeyid), which this build can't read");
        }
        String name = typeName().group(1);
        return Arrays.stream(EventType.values())
                .filter(type -> type.simpleName().equals(name))
                .filter(type -> version() <= type.version())
                .findFirst()
                .orElseThrow(() -> new UnreadableEventException("Unknown event type " + name + ".v" + version()));
    }

    int version() {
        return Integer.parseInt(typeName().group(2));
    }

    Envelope envelope(Event data) {
        try {
            return new Envelope(
                    UUID.fromString(required("ce_id")),
                    required("ce_tenantid"),
                    required("ce_subject"),
                    required("ce_source"),
                    Instant.parse(required("ce_time")),
                    required("ce_correlationid"),
                    headers.get("ce_causationid"),
                    headers.get("traceparent"),
                    data);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException("A CloudEvents header has a bad value: " + e.getMessage(), e);
        }
    }

    private Matcher typeName() {
        Matcher matcher = TYPE.matcher(required("ce_type"));
        if (!matcher.matches()) {
            throw new UnreadableEventException("ce_type is not of the form ai.opsai.<Name>.v<N>");
        }
        return matcher;
    }

    private String required(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new UnreadableEventException("Header " + name + " is missing");
        }
        return value;
    }

    private static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
