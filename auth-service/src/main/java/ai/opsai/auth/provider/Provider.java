package ai.opsai.auth.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One provider as this installation uses it: its file, with the operator's overrides applied.
 *
 * @param connect the ways to connect it, by a consent page or by a pasted token
 * @param verified every fact of the file was read in the provider's own documentation
 */
public record Provider(
        String id,
        String name,
        boolean verified,
        List<String> connect,
        @Nullable OAuth oauth,
        Api api,
        Identity identity,
        List<Variable> variables) {

    public Provider {
        connect = List.copyOf(connect);
        variables = variables == null ? List.of() : List.copyOf(variables);
    }

    /**
     * Where the provider's API is.
     *
     * @param allowedHosts the only hosts that a token of this provider is sent to
     */
    public record Api(URI base, Set<String> allowedHosts, AuthHeader authHeader, Map<String, String> headers) {
        public Api {
            allowedHosts = allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts);
            authHeader = authHeader == null ? AuthHeader.BEARER : authHeader;
            headers = headers == null ? Map.of() : Map.copyOf(headers);
        }
    }

    /** The header that carries the token. */
    public record AuthHeader(String name, String prefix) {
        static final AuthHeader BEARER = new AuthHeader("Authorization", "Bearer ");
    }

    /**
     * The call that tells whose token it is.
     *
     * @param accountId JSON pointers of which the first that leads to a value counts; the label's likewise
     */
    public record Identity(String path, List<String> accountId, List<String> accountLabel) {
        public Identity {
            accountId = List.copyOf(accountId);
            accountLabel = List.copyOf(accountLabel);
        }
    }

    /** Something that differs per connection, such as the name of a shop. */
    public record Variable(String name, String pattern, boolean required, boolean secret) {}

    /** Whether a person can be sent to its consent page. */
    public boolean configured() {
        return oauth != null && oauth.clientId() != null;
    }
}
