package ai.opsai.auth.provider;

import java.net.URI;
import java.util.Map;

/** Addresses that a file writes as a path below the API's base, or in full. */
final class Below {

    private Below() {}

    static boolean whole(String path) {
        return !path.startsWith("/");
    }

    static URI uri(Api api, String path) {
        return whole(path) ? new Address(path).uri() : new Address(api.address().template() + path).uri();
    }

    static String filled(String path, Map<String, String> values) {
        // Any origin will do to fill what comes behind it.
        return whole(path)
                ? new Address(path).with(values).template()
                : new Address("https://base" + path).with(values).rest();
    }
}
