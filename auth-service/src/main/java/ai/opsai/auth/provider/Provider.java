package ai.opsai.auth.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One provider as this installation uses it: its file, with the operator's overrides applied. Its addresses may hold
 * names until {@link #with} fills them for a connection.
 *
 * @param connect the ways to connect it
 * @param postConnect calls after connecting that tell variables
 * @param changes what changes there, and when
 */
public record Provider(
        String id,
        String name,
        List<Way> connect,
        Variables variables,
        @Nullable OAuth oauth,
        @Nullable Credentials credentials,
        List<Lookup> postConnect,
        Api api,
        Identity identity,
        RateLimit rateLimit,
        @Nullable Webhook webhook,
        List<Change> changes,
        List<Facts> facts) {

    public Provider {
        connect = List.copyOf(connect);
        postConnect = List.copyOf(postConnect);
        changes = List.copyOf(changes);
        facts = List.copyOf(facts);
    }

    /** Whether a person can be sent to its consent page. */
    public boolean configured() {
        return oauth != null && oauth.clientId() != null;
    }

    /** Whether every fact of the file was read in the provider's own documentation or published files. */
    public boolean verified() {
        return !facts.isEmpty() && facts.stream().allMatch(each -> each.source() != null);
    }

    /**
     * The provider as one connection sees it, with all names filled that have a value. Values under other names are left
     * alone.
     *
     * @throws IllegalArgumentException when a value does not match its variable's pattern
     */
    public Provider with(Map<String, String> values) {
        Map<String, String> known = variables.complete(values);
        return new Provider(
                id,
                name,
                connect,
                variables,
                oauth == null ? null : oauth.with(known),
                credentials,
                postConnect.stream().map(lookup -> lookup.with(known)).toList(),
                api.with(known),
                identity.with(known),
                rateLimit,
                webhook,
                changes,
                facts);
    }

    /** The same for a connection by settings, whose API is called with these in the place of a token. */
    public Provider byCredentials() {
        return credentials == null ? this : with(api.with(credentials.header()));
    }

    private Provider with(Api other) {
        return new Provider(
                id,
                name,
                connect,
                variables,
                oauth,
                credentials,
                postConnect,
                other,
                identity,
                rateLimit,
                webhook,
                changes,
                facts);
    }
}
