package ai.opsai.auth;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Call;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.auth.vault.MutableClock;
import ai.opsai.auth.vault.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway by a clock of the test's own, with a provider that rotates refresh tokens and takes both kinds back. */
final class AcmeGateway implements AutoCloseable {

    private static final String ENTRY = """
            id: acme
            name: Acme
            connect: [oauth2]
            oauth:
              authorizationUri: WORLD/acme/authorize
              tokenUri: WORLD/acme/token
              scopes: [things]
              refreshTokens: rotating
              revoke:
                - {method: POST, uri: "WORLD/acme/revoke", authentication: basic, format: form, parameters: {token: "{refresh_token}"}}
                - {method: POST, uri: "WORLD/acme/revoke", authentication: basic, format: form, parameters: {token: "{access_token}"}}
            api: {base: WORLD/acme/api, allowedHosts: ["HOST"]}
            identity: {path: /me, accountId: [/sub], accountLabel: [/name]}
            """;

    final MutableClock clock = new MutableClock();
    final Gateway gateway;
    private final Path folder = TestFolders.create("acme-providers-");
    private AtomicInteger issued = new AtomicInteger();

    AcmeGateway() {
        gateway = new Gateway(world -> settings(folder, world), clock);
    }

    private static Map<String, String> settings(Path folder, FakeWorld world) {
        write(folder, world);
        return Map.of(
                "opsai.providers.dir",
                folder.toString(),
                "opsai.providers.acme.client-id",
                "acme-app",
                "opsai.providers.acme.client-secret",
                "hush");
    }

    private static void write(Path folder, FakeWorld world) {
        String url = world.url("");
        try {
            Path file = Files.createDirectories(folder.resolve("acme")).resolve("provider.yaml");
            Files.writeString(file, ENTRY.replace("WORLD", url).replace("HOST", url.substring("http://".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again without the provider's file. */
    void removeProvider() {
        TestFolders.delete(folder.resolve("acme"));
        gateway.restart(Map.of());
    }

    /** Starts again with the provider's file. */
    void restoreProvider() {
        write(folder, gateway.world);
        gateway.restart(Map.of());
    }

    /** As everything is when nothing goes wrong: tokens a1 and r1, then a2 and r2, for an hour each. */
    void reset() {
        issued = new AtomicInteger();
        gateway.world.reset();
        gateway.world.answer("/acme/token", call -> tokens());
        gateway.world.answer("/acme/revoke", call -> Reply.json("{}"));
        gateway.world.answer("/acme/api/me", call -> Reply.json("{\"sub\":\"ada\",\"name\":\"Ada\"}"));
    }

    Reply tokens() {
        int number = issued.incrementAndGet();
        return Reply.json("{\"access_token\":\"a" + number + "\",\"token_type\":\"bearer\",\"refresh_token\":\"r"
                + number + "\",\"expires_in\":3600}");
    }

    /** What is answered once the event has happened. */
    static Reply after(CountDownLatch event, int status) {
        try {
            event.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.status(status);
    }

    UUID connect(String tenant) {
        return consented(Flow.body("acme", tenant));
    }

    UUID again(String tenant, UUID connection) {
        return consented(
                "{\"provider\":\"acme\",\"tenantId\":\"" + tenant + "\",\"connectionId\":\"" + connection + "\"}");
    }

    private UUID consented(String body) {
        return UUID.fromString(Flow.in(gateway.browser(), "acme").complete(body).get("connection"));
    }

    Page disconnect(String tenant, UUID connection) {
        return gateway.browser().delete("/api/connections/" + connection + "?tenantId=" + tenant);
    }

    String status(String tenant, UUID connection) {
        return gateway.browser()
                .get("/api/connections/" + connection + "?tenantId=" + tenant)
                .json()
                .get("status")
                .asString();
    }

    /** As the sampler asks. */
    Page token(String tenant, UUID connection) {
        return gateway.internal()
                .post(
                        "/internal/v1/connections/" + connection + "/token",
                        "{}",
                        "Authorization",
                        "Bearer " + gateway.sampler().sign("auth", tenant, connection, "sample"));
    }

    /** The refresh tokens that were shown, in order. */
    List<String> spent() {
        return sent("/acme/token", "refresh_token");
    }

    /** The tokens that were to be revoked, in order. */
    List<String> revoked() {
        return sent("/acme/revoke", "token");
    }

    private List<String> sent(String path, String parameter) {
        return gateway.world.calls(path).stream()
                .map(Call::parameters)
                .filter(parameters -> parameters.containsKey(parameter))
                .map(parameters -> parameters.get(parameter))
                .toList();
    }

    /** How many rows of secrets the tenant has. */
    long secrets(String tenant) {
        return number(
                "opsai_vault",
                "select set_config('app.tenant_id', '" + tenant + "', false)",
                "select count(*) from connections.connection_secret");
    }

    /** How many revocations of the connection are still to be made: one or none. */
    long revocations(UUID connection) {
        return number(
                "opsai_auth",
                "select 1",
                "select count(*) from connections.revocation_job where connection_id = '" + connection + "'");
    }

    /** How long the next try of a revocation is away. */
    Duration nextTry(UUID connection) {
        long due = number(
                "opsai_auth",
                "select 1",
                "select (extract(epoch from due_at) * 1000)::bigint from connections.revocation_job where connection_id = '"
                        + connection + "'");
        return Duration.ofMillis(due - clock.millis());
    }

    /** Keeps everybody from writing to a table until it is closed. */
    TableLock lock(String table) throws SQLException {
        return new TableLock(gateway.database.connectAsOwner(), "connections." + table);
    }

    /** As the owner of the database. */
    void owner(String sql) throws SQLException {
        try (Connection connection = gateway.database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String role, String before, String sql) {
        try (Connection connection = gateway.database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            ResultSet result = statement.executeQuery(sql);
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        TestFolders.delete(folder);
    }
}
