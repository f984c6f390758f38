package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.world.Community;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One account's objects by kind, the newest first as Stripe lists them. Immutable once built. */
final class StripeLedger {

    private final Community community;
    private final Map<String, List<StripeObject>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, StripeObject>> byId = new LinkedHashMap<>();

    StripeLedger(Community community) {
        this.community = community;
    }

    Community community() {
        return community;
    }

    void add(String kind, StripeObject object) {
        lists.computeIfAbsent(kind, _ -> new ArrayList<>()).add(object);
        byId.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(object.id(), object);
    }

    void sort() {
        lists.values()
                .forEach(list -> list.sort(Comparator.comparing(StripeObject::created)
                        .thenComparing(StripeObject::id)
                        .reversed()));
    }

    List<StripeObject> list(String kind) {
        return lists.getOrDefault(kind, List.of());
    }

    @Nullable
    StripeObject find(String kind, String id) {
        return byId.getOrDefault(kind, Map.of()).get(id);
    }

    /** Ids say by their prefix what they are, so they are unique across kinds. */
    @Nullable
    StripeObject find(String id) {
        return byId.values().stream()
                .map(objects -> objects.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
