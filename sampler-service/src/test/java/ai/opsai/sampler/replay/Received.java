package ai.opsai.sampler.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came. */
record Received(String method, String url, Map<String, List<String>> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> String.join(", ", entry.getValue()))
                .findFirst()
                .orElse(null);
    }
}
