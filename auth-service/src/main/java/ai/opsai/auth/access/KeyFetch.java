package ai.opsai.auth.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches keys from the configured place alone: no redirect is followed, and a slow or large answer is given up. Where
 * that place is an issuer's metadata, they must be of that issuer and name the address of its keys.
 */
final class KeyFetch extends DefaultResourceRetriever {

    private static final int CONNECT = (int) Duration.ofSeconds(2).toMillis();
    private static final int READ = (int) Duration.ofSeconds(5).toMillis();
    private static final int LARGEST = 256 * 1024;

    private final @Nullable String issuer;
    private volatile boolean reached;

    /** @param issuer whose metadata is fetched first, or null where the address is that of the keys */
    KeyFetch(@Nullable String issuer) {
        super(CONNECT, READ, LARGEST);
        this.issuer = issuer;
    }

    /** Whether the last fetch brought keys. */
    boolean reached() {
        return reached;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        reached = false;
        Resource keys = issuer == null
                ? super.retrieveResource(address)
                : super.retrieveResource(named(super.retrieveResource(address), issuer));
        reached = true;
        return keys;
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
        HttpURLConnection connection = super.openHTTPConnection(address);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private static URL named(Resource metadata, String issuer) throws IOException {
        try {
            Map<String, Object> document = JSONObjectUtils.parse(metadata.getContent());
            if (!issuer.equals(document.get("issuer"))) {
                throw new IOException("The metadata are of another issuer than " + issuer);
            }
            URI keys = URI.create(String.valueOf(document.get("jwks_uri")));
            if (!Transport.safe(keys)) {
                throw new IOException("The metadata of " + issuer + " name keys at an address that is not safe");
            }
            return keys.toURL();
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("The metadata of " + issuer + " can't be read", e);
        }
    }
}
