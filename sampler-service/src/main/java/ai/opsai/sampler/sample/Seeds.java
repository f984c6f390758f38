package ai.opsai.sampler.sample;

import ai.opsai.sampler.provider.Lookup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Identity values of the tenant's other samples, by what they are. Those that several tools hold come first. */
final class Seeds {

    private static final Set<String> DOMAIN_KEYS = Set.of("domain", "website", "blog", "url", "homepage");

    private final Map<String, Set<UUID>> emails = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> domains = new LinkedHashMap<>();
    /** Other texts and numbers with the keys they stand under. */
    private final Map<String, Map<String, Set<UUID>>> others = new HashMap<>();

    void add(UUID connection, Map<String, @Nullable Object> row) {
        Leaves.of(row, (path, value) -> add(connection, path, value));
    }

    /** @param entities as they are stored */
    void addSample(UUID connection, JsonNode entities) {
        for (JsonNode entity : entities) {
            for (JsonNode row : entity.path("sample")) {
                add(connection, StoredRows.map(row));
            }
        }
    }

    private void add(UUID connection, String path, String value) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        if (Mailboxes.isEmail(value)) {
            String email = value.toLowerCase(Locale.ROOT);
            if (Mailboxes.isPersonal(email)) {
                note(emails, email, connection);
            }
            addDomain(Mailboxes.domain(email), connection);
        } else if (DOMAIN_KEYS.contains(key)) {
            addDomain(Mailboxes.host(value), connection);
        }
        if (value.length() <= 100 && value.indexOf(' ') < 0) {
            note(others.computeIfAbsent(value, _ -> new TreeMap<>()), path, connection);
        }
    }

    private void addDomain(String domain, UUID connection) {
        if (Mailboxes.isCompany(domain)) {
            note(domains, domain, connection);
        }
    }

    private static void note(Map<String, Set<UUID>> values, String value, UUID connection) {
        values.computeIfAbsent(value, _ -> new TreeSet<>()).add(connection);
    }

    /** The values that this look-up can use, best first. */
    List<String> of(Lookup lookup, String provider) {
        Map<String, Set<UUID>> values = switch (lookup.by()) {
            case "email" -> emails;
            case "domain" -> domains;
            default -> named(lookup, provider);
        };
        return values.entrySet().stream()
                .filter(entry -> lookup.matches().matcher(entry.getKey()).matches())
                .sorted(Comparator.<Map.Entry<String, Set<UUID>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(entry -> !byCompany(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** People with an address of their company join more than those with a private one. */
    private static boolean byCompany(String value) {
        return value.indexOf('@') < 0 || Mailboxes.isCompany(Mailboxes.domain(value));
    }

    /** Ids and logins: those under a key that names this provider, or of a form that only this provider has. */
    private Map<String, Set<UUID>> named(Lookup lookup, String provider) {
        var found = new TreeMap<String, Set<UUID>>();
        boolean telling = lookup.matches().pattern().matches("[a-z]+_.*");
        String entity = lookup.entity().replaceFirst("s$", "");
        others.forEach((value, paths) -> paths.forEach((path, connections) -> {
            boolean named = path.contains(provider) && names(path, entity, lookup.by());
            if (named || (telling && lookup.matches().matcher(value).matches())) {
                found.computeIfAbsent(value, _ -> new TreeSet<>()).addAll(connections);
            }
        }));
        return found;
    }

    private static boolean names(String path, String entity, String by) {
        boolean login = path.contains("login") || path.contains("user") || path.contains("handle");
        return by.equals("login") ? login || path.endsWith("github") : path.contains(entity);
    }
}
