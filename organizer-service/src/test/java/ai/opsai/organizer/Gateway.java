package ai.opsai.organizer;

import ai.opsai.platform.assertion.ServiceAssertions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the organizer as the gateway does. */
public final class Gateway {

    private static final ECKey KEY = newKey();
    private static final Path TRUSTED = write();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceAssertions assertions = new ServiceAssertions("auth", KEY, Clock.systemUTC());
    private final TestOrganizer organizer;
    private final String tenant;

    public Gateway(TestOrganizer organizer, String tenant) {
        this.organizer = organizer;
        this.tenant = tenant;
    }

    static Path trustedKeys() {
        return TRUSTED;
    }

    public HttpResponse<String> get(String path) {
        return get(path, "application/json", "Bearer " + assertions.sign("organizer", tenant, null, "read"));
    }

    public HttpResponse<String> get(String path, String accept, String authorization, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/internal/v1/tenants/%s/%s".formatted(organizer.port(), tenant, path)))
                .header("Accept", accept)
                .header("Authorization", authorization);
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String assertion(String forTenant) {
        return "Bearer " + assertions.sign("organizer", forTenant, null, "read");
    }

    public JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("auth").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write() {
        try {
            Path file = Files.createTempFile("trusted-", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JWKSet(KEY.toPublicJWK()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
