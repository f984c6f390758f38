package ai.opsai.platform.outbound;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names by which a machine reaches itself: nobody listens between, and nobody else answers to them. */
public final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private ThisMachine() {}

    /** @param host as it stands in an address, an IPv6 address in its brackets */
    public static boolean named(@Nullable String host) {
        return host != null && NAMES.contains(host);
    }
}
