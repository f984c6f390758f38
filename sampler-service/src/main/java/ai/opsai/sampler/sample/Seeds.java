package ai.opsai.sampler.sample;

import ai.opsai.sampler.provider.Lookup;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Identity values of the tenant's other samples, by what they are. Those that several tools hold come first: who already
 * joins in two of them is worth the most in a third.
 */
final class Seeds {

    private static final int LONGEST_ID = 100;

    private final Map<String, Set<UUID>> emails = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> companies = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> employers = new LinkedHashMap<>();
    /** Ids with the addresses of the row that they are the id of. */
    private final Map<Identity, Map<String, Set<String>>> identities = new LinkedHashMap<>();
    /** Texts and numbers without spaces, with where they stand. */
    private final Map<String, Map<Place, Set<UUID>>> others = new HashMap<>();

    /** By which field a tool knows its rows: a key, or a login. */
    record Identity(String provider, String entity, String field) {}

    private record Place(String provider, String path) {}

    /** @param entities as they are stored */
    void addSample(UUID connection, String provider, JsonNode entities) {
        entities.properties().forEach(entry -> {
            var keys = new LinkedHashSet<String>();
            entry.getValue().path("primaryKey").forEach(key -> keys.add(key.asString()));
            keys.add("login");
            for (JsonNode row : entry.getValue().path("sample")) {
                Map<String, @Nullable Object> map = StoredRows.map(row);
                add(connection, provider, map);
                keys.forEach(key -> identify(new Identity(provider, entry.getKey(), key), row.path(key), map));
            }
        });
    }

    private void identify(Identity identity, JsonNode value, Map<String, @Nullable Object> row) {
        if (value.isString() || value.isIntegralNumber()) {
            identities
                    .computeIfAbsent(identity, _ -> new LinkedHashMap<>())
                    .put(value.asString(), Holding.values(row, "email"));
        }
    }

    void add(UUID connection, String provider, Map<String, @Nullable Object> row) {
        Leaves.of(row, (path, value) -> add(connection, new Place(provider, path), value));
    }

    private void add(UUID connection, Place place, String value) {
        for (String email : Mailboxes.emailsIn(value)) {
            addEmail(connection, Mailboxes.canonical(email));
        }
        Mailboxes.companyDomain(place.path(), value).ifPresent(domain -> note(companies, domain, connection));
        if (value.length() <= LONGEST_ID && value.indexOf(' ') < 0) {
            others.computeIfAbsent(value, _ -> new HashMap<>())
                    .computeIfAbsent(place, _ -> new TreeSet<>())
                    .add(connection);
        }
    }

    private void addEmail(UUID connection, String email) {
        if (!Mailboxes.isPersonal(email)) {
            return;
        }
        note(emails, email, connection);
        note(emails, Mailboxes.untagged(email), connection);
        if (Mailboxes.isCompany(Mailboxes.domain(email))) {
            note(employers, Mailboxes.domain(email), connection);
        }
    }

    private static void note(Map<String, Set<UUID>> values, String value, UUID connection) {
        values.computeIfAbsent(value, _ -> new TreeSet<>()).add(connection);
    }

    /** The values by which the provider's entity can be looked up, best first. */
    List<String> of(String by, String entity, SampledProvider provider) {
        return switch (by) {
            case "email" -> ranked(emails, Comparator.comparing(email -> !byCompany(email)));
            case "domain" -> domains();
            default -> ranked(named(by, entity, provider), Comparator.naturalOrder());
        };
    }

    private static List<String> ranked(Map<String, Set<UUID>> values, Comparator<String> then) {
        return values.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Set<UUID>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey, then))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** People with an address of their company join more than those with a private one. */
    private static boolean byCompany(String email) {
        return Mailboxes.isCompany(Mailboxes.domain(email));
    }

    /** Companies that a tool knows as such come before those that only employ somebody. */
    private List<String> domains() {
        var domains = new LinkedHashSet<String>();
        domains.addAll(ranked(companies, Comparator.naturalOrder()));
        domains.addAll(ranked(employers, Comparator.naturalOrder()));
        return List.copyOf(domains);
    }

    /**
     * Ids and logins: those under a key that names this provider, or of a form that only this provider has. Those of
     * another account of the same provider mean nothing here.
     */
    private Map<String, Set<UUID>> named(String by, String entity, SampledProvider provider) {
        List<Lookup> lookups = provider.lookups(entity, by);
        boolean telling =
                lookups.stream().allMatch(each -> each.matches().pattern().matches("[a-z]+_.*"));
        var found = new TreeMap<String, Set<UUID>>();
        others.forEach((value, places) -> places.forEach((place, connections) -> {
            boolean foreign = !place.provider().equals(provider.id());
            boolean form = lookups.stream()
                    .anyMatch(each -> each.matches().matcher(value).matches());
            boolean named = FieldNames.refers(place.path(), provider.id(), entity, by);
            if (foreign && form && (named || telling)) {
                found.computeIfAbsent(value, _ -> new TreeSet<>()).addAll(connections);
            }
        }));
        return found;
    }

    /** The ids and logins by which other providers know their rows, with the rows' addresses. */
    Map<Identity, Map<String, Set<String>>> identities(String except) {
        var found = new LinkedHashMap<Identity, Map<String, Set<String>>>();
        identities.forEach((identity, values) -> {
            if (!identity.provider().equals(except)) {
                found.put(identity, values);
            }
        });
        return found;
    }

    /** What rows of other providers hold under this very key. */
    Collection<String> under(String key, String except) {
        var found = new TreeSet<String>();
        others.forEach((value, places) -> places.keySet().forEach(place -> {
            if (!place.provider().equals(except) && place.path().endsWith("." + key)) {
                found.add(value);
            }
        }));
        return found;
    }
}
