package ai.opsai.sampler.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Removes fields by a path in which {@code *} stands for any step, and {@code **} for any number of them. */
final class Removal {

    private Removal() {}

    static void remove(@Nullable Object value, List<String> path, Predicate<@Nullable Object> when) {
        if (path.isEmpty()) {
            return;
        }
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (step.equals("**")) {
            remove(value, rest.isEmpty() ? List.of("*") : rest, when);
            children(value).forEach(child -> remove(child, path, when));
        } else if (!rest.isEmpty()) {
            if (step.equals("*")) {
                children(value).forEach(child -> remove(child, rest, when));
            } else {
                remove(Paths.get(value, List.of(step)), rest, when);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.entrySet()
                    .removeIf(
                            entry -> (step.equals("*") || step.equals(entry.getKey())) && when.test(entry.getValue()));
        }
    }

    private static List<?> children(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> new ArrayList<>(map.values());
            case List<?> list -> list;
            case null, default -> List.of();
        };
    }
}
