package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.PropertiesPlan.Chunking;
import ai.opsai.sampler.expression.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Properties that a provider only sends when asked for by name: found out first, then asked for in bearable portions. */
final class Properties {

    private final Requests requests;
    private final Clock clock;

    Properties(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** The names in portions, one request each; a single empty portion where nothing must be named. */
    List<List<String>> chunks(@Nullable PropertiesPlan plan, Call call) {
        if (plan == null) {
            return List.of(List.of());
        }
        Set<String> names = new LinkedHashSet<>(plan.listed());
        if (plan.discovery() != null) {
            names.addAll(discovered(plan.discovery(), plan.field(), call));
        }
        plan.always().forEach(names::remove);
        return split(plan.always(), names, plan.limit());
    }

    private List<String> discovered(StreamPlan plan, List<String> field, Call asking) {
        Scope scope = Scopes.request(plan, asking.access(), Slice.WHOLE, null, clock);
        var call = new Call(asking.access(), scope, asking.budget());
        Answer answer = requests.send(plan.requester(), call, _ -> {});
        var records = new Records(plan, scope);
        return records.selected(records.extracted(answer)).stream()
                .map(record -> Paths.get(record, field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Each portion begins with the names that are always wanted, which count for nothing. */
    private static List<List<String>> split(List<String> always, Set<String> names, Chunking limit) {
        var chunks = new ArrayList<List<String>>();
        chunks.add(new ArrayList<>(always));
        int size = 0;
        for (String name : names) {
            int own = limit.characters() > 0 ? name.length() + 1 : 1;
            int most = limit.characters() > 0 ? limit.characters() : limit.properties();
            if (most > 0 && size > 0 && size + own > most) {
                chunks.add(new ArrayList<>(always));
                size = 0;
            }
            chunks.getLast().add(name);
            size += own;
        }
        return chunks;
    }

    /** Brings the properties of further portions to the records of the first, by their key. */
    static void merge(
            @Nullable PropertiesPlan plan,
            List<Map<String, @Nullable Object>> into,
            List<Map<String, @Nullable Object>> more) {
        List<String> key = plan == null ? List.of("id") : plan.mergeKey();
        var places = new HashMap<Object, Integer>();
        for (int i = 0; i < into.size(); i++) {
            places.put(keyOf(into.get(i), key), i);
        }
        for (Map<String, @Nullable Object> part : more) {
            Integer place = places.get(keyOf(part, key));
            if (place != null) {
                merge(into.get(place), part);
            }
        }
    }

    @SuppressWarnings("unchecked") // nested objects of records are maps from text
    private static void merge(Map<String, @Nullable Object> record, Map<String, @Nullable Object> part) {
        part.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && record.get(name) instanceof Map<?, ?> known) {
                ((Map<Object, @Nullable Object>) known).putAll(inner);
            } else {
                record.putIfAbsent(name, value);
            }
        });
    }

    private static Object keyOf(Map<String, @Nullable Object> record, List<String> key) {
        return key.stream().map(field -> String.valueOf(record.get(field))).toList();
    }
}
