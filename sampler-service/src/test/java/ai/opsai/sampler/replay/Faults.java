package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes wrong on purpose: an answer that the error handler says to try again, and one that it says to ignore. */
final class Faults {

    private final List<Map<String, @Nullable Object>> filters = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> backoffs = new ArrayList<>();

    Faults(Map<String, @Nullable Object> handler) {
        collect(handler);
        boolean byText = filters.stream()
                .anyMatch(filter -> filter.get("predicate") != null || filter.get("error_message_contains") != null);
        if (byText) {
            filters.clear();
        }
    }

    private void collect(Map<String, @Nullable Object> handler) {
        if (Raw.text(handler, "type").startsWith("Custom")) {
            return;
        }
        Raw.list(handler.get("response_filters")).forEach(filter -> filters.add(Raw.map(filter)));
        Raw.list(handler.get("backoff_strategies")).forEach(backoff -> backoffs.add(Raw.map(backoff)));
        Raw.list(handler.get("error_handlers")).forEach(inner -> collect(Raw.map(inner)));
    }

    Optional<Exchange.Reply> passing() {
        return status("RETRY")
                .or(() -> status("RATE_LIMITED"))
                .map(status -> new Exchange.Reply(status, waiting(), "{}"));
    }

    Optional<Exchange.Reply> ignored() {
        return status("IGNORE").map(status -> new Exchange.Reply(status, Map.of(), "{}"));
    }

    /** The first status for the action that no filter before it takes. */
    private Optional<Integer> status(String action) {
        var taken = new ArrayList<String>();
        for (Map<String, @Nullable Object> filter : filters) {
            List<String> codes = Raw.list(filter.get("http_codes")).stream()
                    .map(String::valueOf)
                    .toList();
            if (Raw.text(filter, "action").equals(action)) {
                Optional<Integer> free = codes.stream()
                        .filter(code -> !taken.contains(code) && code.matches("[45]\\d\\d"))
                        .map(Integer::valueOf)
                        .findFirst();
                if (free.isPresent()) {
                    return free;
                }
            }
            taken.addAll(codes);
        }
        return Optional.empty();
    }

    private Map<String, String> waiting() {
        for (Map<String, @Nullable Object> backoff : backoffs) {
            if (Raw.text(backoff, "type").equals("WaitTimeFromHeader") && backoff.get("regex") == null) {
                return Map.of(Raw.text(backoff, "header"), "0");
            }
        }
        return Map.of("Retry-After", "0");
    }
}
