package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.PropertiesPlan.Chunking;
import ai.opsai.sampler.expression.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties that a provider only sends when asked for by name: found out first, then asked for in bearable portions. */
final class Properties {

    private final ProviderCalls calls;
    private final Clock clock;

    Properties(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The names in portions, one request each; a single empty portion where nothing must be named. */
    List<List<String>> chunks(OnePage one, RequestBudget budget) {
        PropertiesPlan plan = one.plan().requester().properties();
        if (plan == null) {
            return List.of(List.of());
        }
        var names = new LinkedHashSet<>(plan.fixed());
        if (plan.discovery() != null) {
            names.addAll(discovered(plan.discovery(), plan.field(), one.access(), budget));
        }
        List<List<String>> chunks = split(List.copyOf(names), plan.limit());
        return chunks.isEmpty() ? List.of(List.of()) : chunks;
    }

    private List<String> discovered(StreamPlan plan, List<String> field, ProviderAccess access, RequestBudget budget) {
        Scope scope = Scopes.request(plan, access, Slice.WHOLE, null, clock);
        var builder = new RequestBuilder(plan.requester(), access, scope);
        Answer answer = calls.send(builder.build(), plan.requester().errors(), access, scope, budget);
        var records = new Records(plan, scope);
        return records.selected(records.extracted(answer.body())).stream()
                .map(record -> Paths.get(record, field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static List<List<String>> split(List<String> names, Chunking limit) {
        var chunks = new ArrayList<List<String>>();
        int characters = 0;
        for (String name : names) {
            boolean full = chunks.isEmpty()
                    || (limit.properties() > 0 && chunks.getLast().size() >= limit.properties())
                    || (limit.characters() > 0 && characters + name.length() + 1 > limit.characters());
            if (full) {
                chunks.add(new ArrayList<>());
                characters = 0;
            }
            chunks.getLast().add(name);
            characters += name.length() + 1;
        }
        return chunks;
    }

    /** Brings the properties of further portions to the records of the first, by their key. */
    static void merge(
            StreamPlan plan, List<Map<String, @Nullable Object>> into, List<Map<String, @Nullable Object>> more) {
        PropertiesPlan properties = plan.requester().properties();
        List<String> key = properties == null ? List.of("id") : properties.mergeKey();
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
