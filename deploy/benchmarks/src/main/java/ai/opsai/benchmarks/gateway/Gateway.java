package ai.opsai.benchmarks.gateway;

import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Ports;
import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.local.supervisor.ServiceProcess;
import ai.opsai.local.supervisor.VaultKeyset;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One gateway as a process of its own, with a broker, a database that waits for its disk, and the sandbox as its
 * provider. It runs with the compilers of a server and lets through as many requests as come.
 */
public final class Gateway implements AutoCloseable {

    private static final ServiceModule AUTH = ServiceModule.AUTH;
    private static final List<String> SERVER = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");
    private static final String UNLIMITED = "100000000";

    private final Workspace clone;
    private final Workspace files;
    private final Stack stack = Stack.durable();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Map<String, Integer> ports = new HashMap<>();
    private final ServiceProcess process;

    private Gateway(Workspace clone) {
        this.clone = clone;
        this.files = new Workspace(clone.data("benchmarks"));
        AUTH.ports().keySet().forEach(name -> ports.put(name, Ports.free()));
        Database database = stack.createDatabase("bench").migrate(AUTH.schema(), clone.migrations(AUTH.module()));
        List<String> words = Jvm.ofJar(jar(), SERVER).words();
        Command command = new Command(AUTH.module(), words, environment(database), files.log(AUTH.module()), false);
        this.process = ServiceProcess.launch(command, management("readiness"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop-gateway"));
    }

    /** Starts everything; returns when the gateway works. */
    public static Gateway start(Workspace clone) {
        Gateway gateway = new Gateway(clone);
        try {
            gateway.process.awaitReady();
            return gateway;
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /** Of the public port, by the name that browsers use. */
    URI api(String path) {
        return URI.create("http://localhost:" + ports.get("http") + path);
    }

    URI internal(String path) {
        return URI.create("http://127.0.0.1:" + ports.get("internal") + path);
    }

    URI management(String health) {
        return URI.create("http://127.0.0.1:" + ports.get("management") + "/actuator/health/" + health);
    }

    Path samplerKey() {
        return keys().privateKey("sampler");
    }

    String accountToken() {
        return sandbox.token(Provider.GITHUB, "acme");
    }

    private Path jar() {
        return clone.jar(AUTH.module());
    }

    private AssertionKeys keys() {
        AssertionKeys keys = new AssertionKeys(files.secrets());
        keys.ensure(List.of("auth", "sampler"));
        return keys;
    }

    private Map<String, String> environment(Database database) {
        Map<String, String> all = new HashMap<>(provider());
        all.put("SERVER_PORT", String.valueOf(ports.get("http")));
        all.put("OPSAI_INTERNAL_PORT", String.valueOf(ports.get("internal")));
        all.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.get("management")));
        all.put("DATABASE_URL", database.jdbcUrl());
        all.put("OPSAI_DATABASE_PASSWORD", database.rolePassword());
        all.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
        all.put("OPSAI_MESSAGING_PARTITIONS", "1");
        all.put("OPSAI_PUBLIC_URL", api("").toString());
        all.put("OPSAI_VAULT_KEYSET_FILE", new VaultKeyset(files).ensure(jar()).toString());
        all.put("OPSAI_ASSERTION_KEY_FILE", keys().privateKey("auth").toString());
        all.put("OPSAI_ASSERTION_TRUSTED_KEYS_FILE", keys().trustedKeys().toString());
        List.of("READS", "WRITES", "STARTS", "CLIENTS")
                .forEach(kind -> all.put("OPSAI_RATELIMITS_" + kind + "PERMINUTE", UNLIMITED));
        return all;
    }

    private Map<String, String> provider() {
        String base = sandbox.baseUrl(Provider.GITHUB);
        return Map.of(
                "OPSAI_OUTBOUND_ALLOW_PRIVATE",
                "true",
                "OPSAI_PROVIDERS_GITHUB_AUTHORIZATION_URI",
                base + "/login/oauth/authorize",
                "OPSAI_PROVIDERS_GITHUB_TOKEN_URI",
                base + "/login/oauth/access_token",
                "OPSAI_PROVIDERS_GITHUB_API_BASE",
                base,
                "OPSAI_PROVIDERS_GITHUB_CLIENT_ID",
                SandboxOptions.DEFAULT_CLIENT_ID,
                "OPSAI_PROVIDERS_GITHUB_CLIENT_SECRET",
                SandboxOptions.DEFAULT_CLIENT_SECRET);
    }

    @Override
    public void close() {
        process.stop();
        sandbox.close();
        stack.close();
    }
}
