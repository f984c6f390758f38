package ai.opsai.system;

import static java.util.Objects.requireNonNull;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.local.supervisor.VaultKeyset;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import ai.opsai.platform.assertion.ServiceAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two gateways on one database, as replicas run, with one provider that a test scripts. */
final class Gateways implements AutoCloseable {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Workspace files;
    private final Database database;
    private final RotatingServer provider;
    private final List<Service> replicas = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceAssertions sampler;

    Gateways(Path folder, RotatingServer provider) {
        this.files = new Workspace(folder);
        this.provider = provider;
        this.database = Stack.shared()
                .createDatabase("race")
                .migrate(ServiceModule.AUTH.schema(), new Workspace(CLONE).migrations("auth-service"));
        AssertionKeys keys = new AssertionKeys(files.secrets());
        keys.ensure(List.of("auth", "sampler"));
        sampler = new ServiceAssertions(
                "sampler",
                ai.opsai.platform.assertion.AssertionKeys.privateKey(keys.privateKey("sampler")),
                Clock.systemUTC());
        for (String name : List.of("first", "second")) {
            replicas.add(new Service(ServiceModule.AUTH, files.log(name)));
        }
        try {
            replicas.forEach(replica -> replica.start(environment(replica)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What the internal port answers. */
    record Answer(int status, JsonNode body) {}

    void kill(int replica) {
        replicas.get(replica).kill();
    }

    int managementPort(int replica) {
        return replicas.get(replica).port("management");
    }

    /** Connects by consent, which the provider gives unasked. */
    UUID connect(String tenant) {
        Browser browser = new Browser();
        String gateway = "http://localhost:" + replicas.getFirst().port("http");
        Answer begun = send(HttpRequest.newBuilder(URI.create(gateway + "/api/connections"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"provider\":\"github\",\"tenantId\":\"" + tenant + "\"}")));
        HttpResponse<String> toProvider =
                browser.open(URI.create(begun.body().get("authorizationUrl").asString()));
        String query = URI.create(toProvider.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        String state = query.replaceAll("(?:^|.*&)state=([^&]*).*", "$1");
        browser.callback(URI.create(gateway + "/login/oauth2/code/github?code=c&state=" + state));
        return UUID.fromString(begun.body().get("connectionId").asString());
    }

    /** As the sampler asks for a token. */
    Answer token(int replica, String tenant, UUID connection) {
        int port = replicas.get(replica).port("internal");
        return send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/internal/v1/connections/" + connection + "/token"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + sampler.sign("auth", tenant, connection, "sample"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    JsonNode connection(int replica, String tenant, UUID connection) {
        int port = replicas.get(replica).port("http");
        return send(HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/api/connections/" + connection + "?tenantId=" + tenant)))
                .body();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            return new Answer(0, JSON.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<String, String> environment(Service replica) {
        AssertionKeys keys = new AssertionKeys(files.secrets());
        Map<String, String> all = new HashMap<>();
        all.put("DATABASE_URL", database.jdbcUrl());
        all.put("OPSAI_DATABASE_PASSWORD", database.rolePassword());
        all.put("KAFKA_BOOTSTRAP_SERVERS", Stack.shared().bootstrapServers());
        all.put("OPSAI_MESSAGING_PARTITIONS", "1");
        all.put(
                "OPSAI_PUBLIC_URL",
                "http://localhost:" + requireNonNull(replicas.getFirst()).port("http"));
        all.put("OPSAI_VAULT_KEYSET_FILE", keyset().toString());
        all.put("OPSAI_ASSERTION_KEY_FILE", keys.privateKey("auth").toString());
        all.put("OPSAI_ASSERTION_TRUSTED_KEYS_FILE", keys.trustedKeys().toString());
        all.put("OPSAI_INTERNAL_PORT", Integer.toString(replica.port("internal")));
        all.put("OPSAI_OUTBOUND_ALLOW_PRIVATE", "true");
        all.put("OPSAI_PROVIDERS_GITHUB_AUTHORIZATION_URI", provider.url("/authorize"));
        all.put("OPSAI_PROVIDERS_GITHUB_TOKEN_URI", provider.url("/token"));
        all.put("OPSAI_PROVIDERS_GITHUB_API_BASE", provider.url("/api"));
        all.put("OPSAI_PROVIDERS_GITHUB_CLIENT_ID", "client");
        all.put("OPSAI_PROVIDERS_GITHUB_CLIENT_SECRET", "secret");
        return all;
    }

    private Path keyset() {
        return new VaultKeyset(files).ensure(new Workspace(CLONE).jar(ServiceModule.AUTH.module()));
    }

    @Override
    public void close() {
        replicas.forEach(Service::close);
        http.close();
    }
}
