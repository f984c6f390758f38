package ai.opsai.auth.access;

import ai.opsai.platform.outbound.ThisMachine;
import java.net.URI;

/** Which addresses nobody on the way can change: https, or this machine. */
final class Transport {

    private Transport() {}

    static boolean safe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && ThisMachine.named(host)));
    }

    /** @throws IllegalStateException naming the property, for an address that others could read or change */
    static void requireSafe(String property, URI address) {
        if (!safe(address)) {
            throw new IllegalStateException(
                    property + " must begin with https (http is for this machine alone), but is " + address + ".");
        }
    }
}
