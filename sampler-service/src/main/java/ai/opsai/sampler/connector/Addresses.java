package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import java.net.URI;
import java.util.Set;

/** Makes addresses of what manifests and answers say, and tells which hosts may be called. */
final class Addresses {

    private Addresses() {}

    /** @throws ProviderFailure when the text is no address */
    static URI of(String text) {
        try {
            int path = text.indexOf('/', text.indexOf("://") + 3);
            return URI.create(path < 0 ? text : text.substring(0, path) + Queries.encodePath(text.substring(path)));
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_ERROR, "The connector made an address that is none. Check its configuration.");
        }
    }

    /** A path below a base address; it may be a whole address, which then stands for itself. */
    static String join(String base, String path) {
        if (path.isEmpty() || isWhole(path)) {
            return path.isEmpty() ? base : path;
        }
        return (base.endsWith("/") ? base : base + "/") + (path.startsWith("/") ? path.substring(1) : path);
    }

    /** A next-page address, resolved as a browser would: one that begins with a slash stands below the host. */
    static String resolve(String base, String next) {
        return isWhole(next)
                ? next
                : of(base.endsWith("/") ? base : base + "/").resolve(of(next)).toString();
    }

    private static boolean isWhole(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /** Those of the connection; where it names none, the host of the manifest's own address. Never any host. */
    static Set<String> allowed(ProviderAccess access, URI own) {
        if (!access.allowedHosts().isEmpty()) {
            return access.allowedHosts();
        }
        String host = own.getHost();
        return Set.of(host == null ? "invalid" : host);
    }
}
