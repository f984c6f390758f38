package ai.opsai.auth.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the provider's API is.
 *
 * @param hosts the only hosts that a token of this provider is sent to, as templates
 * @param headers sent with every call
 */
public record Api(Address address, Set<String> hosts, AuthHeader authHeader, Map<String, String> headers) {

    public Api {
        hosts = Set.copyOf(hosts);
        headers = Map.copyOf(headers);
    }

    /** @throws IllegalStateException while a variable of it is open */
    public URI base() {
        return address.uri();
    }

    /** Those hosts that are known so far. */
    public Set<String> allowedHosts() {
        Set<String> known = new LinkedHashSet<>();
        for (String host : hosts) {
            if (Templates.names(host).isEmpty()) {
                known.add(Address.authority(host));
            }
        }
        return known;
    }

    /** The headers whose values are known so far. */
    public Map<String, String> knownHeaders() {
        Map<String, String> known = new LinkedHashMap<>(headers);
        known.values().removeIf(value -> !Templates.names(value).isEmpty());
        return known;
    }

    Api with(Map<String, String> values) {
        Set<String> filled = new LinkedHashSet<>();
        hosts.forEach(host -> filled.add(Templates.fill(host, values)));
        return new Api(address.with(values), filled, authHeader, Filled.in(headers, values));
    }

    Api with(AuthHeader other) {
        return new Api(address, hosts, other, headers);
    }
}
