package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about a redirect before anything is sent to where it points. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Where to go next, or null when the answer is no redirect; a redirect that may not be followed is a failure. */
    static @Nullable URI target(OutboundRequest request, OutboundResponse response) {
        String location = response.header("location");
        if (!STATUSES.contains(response.status()) || location == null) {
            return null;
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw blocked("A redirect of a " + request.method() + " is never followed.", null);
        }
        return checked(request, location);
    }

    private static URI checked(OutboundRequest request, String location) {
        try {
            URI next = request.uri().resolve(location);
            Target target = Target.of(next);
            target.checkAllowed(request.allowedHosts());
            if (target.downgrades(Target.of(request.uri()))) {
                throw blocked("A redirect from https to http is never followed.", null);
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw blocked("The redirect's target is no address.", e);
        } catch (OutboundFailure e) {
            throw blocked(String.valueOf(e.getMessage()), e);
        }
    }

    private static OutboundFailure blocked(String message, @Nullable Throwable cause) {
        return new OutboundFailure(Code.REDIRECT_BLOCKED, message, cause);
    }
}
