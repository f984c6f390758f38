package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** How settings prove themselves at the API, as templates over variables of which some are secret. */
public sealed interface Credentials {

    /** The header that carries what {@link #token} makes. */
    AuthHeader header();

    /** What stands in the header behind its prefix. */
    Secret token(Map<String, String> values);

    /** The variables that it takes. */
    Set<String> names();

    /** A user and a password. */
    record Basic(String user, String password) implements Credentials {

        @Override
        public Set<String> names() {
            return Templates.names(user + password);
        }

        @Override
        public AuthHeader header() {
            return new AuthHeader("Authorization", "Basic ");
        }

        @Override
        public Secret token(Map<String, String> values) {
            String pair = Templates.fill(user, values) + ":" + Templates.fill(password, values);
            return Secret.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A header of the provider's own. */
    record Header(String name, String value) implements Credentials {

        @Override
        public Set<String> names() {
            return Templates.names(value);
        }

        @Override
        public AuthHeader header() {
            return new AuthHeader(name, value.substring(0, value.indexOf('{')));
        }

        @Override
        public Secret token(Map<String, String> values) {
            return Secret.of(Templates.fill(value.substring(value.indexOf('{')), values));
        }
    }
}
