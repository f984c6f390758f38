package ai.opsai.auth.provider;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider that stands in no catalogue but behind a tenant's own connector. All that is known of it is where a
 * connection's configuration led when it was tried: to these hosts alone its secrets go, whatever a later manifest says.
 */
public final class OwnProvider {

    /** No variable of a file can be called this. */
    private static final String HOSTS = "connector.hosts";

    private OwnProvider() {}

    /** What a connection through a connector keeps. */
    public static Map<String, String> variables(Set<String> hosts) {
        return Map.of(HOSTS, String.join(" ", hosts));
    }

    /** Whether these are the variables of such a connection. */
    public static boolean knownBy(Map<String, String> variables) {
        return variables.containsKey(HOSTS);
    }

    public static Provider of(String id, String name, Map<String, String> variables) {
        Set<String> hosts = new LinkedHashSet<>(
                Arrays.asList(variables.getOrDefault(HOSTS, "").split(" ", -1)));
        return new Provider(
                id,
                name,
                List.of(Way.CONFIG),
                new Variables(List.of()),
                null,
                null,
                List.of(),
                new Api(new Address("https://" + hosts.iterator().next()), hosts, AuthHeader.BEARER, Map.of()),
                new Identity("/", null, List.of(), List.of(), List.of()),
                RateLimit.USUAL,
                null,
                List.of(),
                List.of());
    }
}
