package ai.opsai.sampler.sample;

import ai.opsai.sampler.sample.Seeds.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a tenant made up to keep another tool's ids in: Stripe's metadata, custom properties. Which they are is
 * known by their names, or by what they hold.
 */
final class TenantFields {

    /** So many values in common, and half of all, are no chance. */
    private static final int ENOUGH = 3;

    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final Set<String> emails = new HashSet<>();

    /** @param within where the rows hold such fields */
    TenantFields(Collected rows, List<String> within) {
        rows.rows().forEach(row -> {
            add(inner(row.data(), within));
            emails.addAll(Holding.values(row.data(), "email"));
        });
    }

    private static @Nullable Object inner(@Nullable Object value, List<String> path) {
        Object current = value;
        for (String step : path) {
            current = current instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return current;
    }

    private void add(@Nullable Object inner) {
        if (inner instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if ((value instanceof String || value instanceof Number)
                        && !value.toString().isBlank()) {
                    fields.computeIfAbsent(String.valueOf(name), _ -> new TreeSet<>())
                            .add(value.toString());
                }
            });
        }
    }

    /** The fields that refer to rows of other tools, with the ids of those that no address links already. */
    Map<String, List<String>> references(Seeds seeds, String provider) {
        Map<Identity, Map<String, Set<String>>> identities = seeds.identities(provider);
        var references = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, held) -> {
            var values = new LinkedHashSet<String>();
            identities.forEach((identity, ids) -> {
                if (refers(name, held, identity, ids.keySet())) {
                    ids.forEach((id, addresses) -> {
                        if (Collections.disjoint(addresses, emails)) {
                            values.add(id);
                        }
                    });
                }
            });
            if (FieldNames.identifies(name.toLowerCase(Locale.ROOT))) {
                values.addAll(seeds.under(name.toLowerCase(Locale.ROOT), provider));
            }
            if (!values.isEmpty()) {
                references.put(name, new ArrayList<>(values));
            }
        });
        return references;
    }

    private static boolean refers(String name, Set<String> held, Identity identity, Set<String> ids) {
        long common = held.stream().filter(ids::contains).count();
        return (common >= ENOUGH && common * 2 >= held.size())
                || FieldNames.refers(
                        name.toLowerCase(Locale.ROOT),
                        identity.provider(),
                        identity.entity(),
                        identity.field().equals("login") ? "login" : "id");
    }
}
