package ai.opsai.system;

import static java.util.Objects.requireNonNull;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.local.supervisor.VaultKeyset;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The three services, the sandbox, a broker and a database: a system of its own for one test class. */
final class OpsaiSystem implements AutoCloseable {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();

    private final Stack stack = Stack.start();
    private final Workspace files;
    private final Sandbox sandbox;
    private final Database database;
    private final Map<ServiceModule, Service> services = new EnumMap<>(ServiceModule.class);
    private final Map<String, String> more = new HashMap<>();

    private OpsaiSystem(Path folder, Sandbox sandbox) {
        this.files = new Workspace(folder);
        this.sandbox = sandbox;
        this.database = migrated("opsai");
        new AssertionKeys(files.secrets())
                .ensure(Arrays.stream(ServiceModule.values())
                        .map(ServiceModule::word)
                        .toList());
        for (ServiceModule module : ServiceModule.values()) {
            services.put(module, new Service(module, files.log(module.word())));
        }
    }

    /** Everything up, nothing connected yet. Logs lie in the folder. */
    static OpsaiSystem start(Path folder) {
        return start(folder, Map.of());
    }

    /** As above, with more in the environment of every service. */
    static OpsaiSystem start(Path folder, Map<String, String> environment) {
        return start(folder, Sandbox.start(SandboxOptions.defaults()), environment);
    }

    /** As above, with a sandbox that this one closes. */
    static OpsaiSystem start(Path folder, Sandbox sandbox, Map<String, String> environment) {
        OpsaiSystem system = new OpsaiSystem(folder, sandbox);
        system.more.putAll(environment);
        try {
            for (ServiceModule module : ServiceModule.values()) {
                system.restart(module);
            }
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** A database with all tables and no rows. */
    Database migrated(String word) {
        Database made = stack.createDatabase(word);
        for (ServiceModule module : ServiceModule.values()) {
            made.migrate(module.schema(), new Workspace(CLONE).migrations(module.module()));
        }
        return made;
    }

    URI gateway() {
        return URI.create("http://localhost:" + service(ServiceModule.AUTH).port("http"));
    }

    Frontend frontend(String tenant) {
        return new Frontend(gateway(), tenant);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Stack stack() {
        return stack;
    }

    Database database() {
        return database;
    }

    Service service(ServiceModule module) {
        return requireNonNull(services.get(module));
    }

    /** Starts the service, for the first time or after it was killed. */
    void restart(ServiceModule module) {
        service(module).start(environment(module));
    }

    void kill(ServiceModule module) {
        service(module).kill();
    }

    /** What the service learns from its environment. */
    Map<String, String> environment(ServiceModule module) {
        AssertionKeys keys = new AssertionKeys(files.secrets());
        Map<String, String> all = new HashMap<>();
        all.put("DATABASE_URL", database.jdbcUrl());
        all.put("OPSAI_DATABASE_PASSWORD", database.rolePassword());
        all.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
        all.put("OPSAI_MESSAGING_PARTITIONS", "3");
        all.put("OPSAI_PUBLIC_URL", gateway().toString());
        all.put("OPSAI_VAULT_KEYSET_FILE", keyset().toString());
        all.put("OPSAI_ASSERTION_KEY_FILE", keys.privateKey(module.word()).toString());
        all.put("OPSAI_ASSERTION_TRUSTED_KEYS_FILE", keys.trustedKeys().toString());
        all.put(
                "OPSAI_INTERNAL_PORT",
                Integer.toString(service(ServiceModule.AUTH).port("internal")));
        all.put("OPSAI_GATEWAY_INTERNAL_URL", address(ServiceModule.AUTH, "internal"));
        all.put("OPSAI_SAMPLER_URL", address(ServiceModule.SAMPLER, "http"));
        all.put("OPSAI_ORGANIZER_URL", address(ServiceModule.ORGANIZER, "http"));
        all.put("OPSAI_OUTBOUND_ALLOW_PRIVATE", "true");
        provider(all, "GITHUB", "/login/oauth/authorize", "/login/oauth/access_token");
        provider(all, "STRIPE", "/oauth/authorize", "/oauth/token");
        provider(all, "HUBSPOT", "/oauth/authorize", "/oauth/2026-03/token");
        all.putAll(more);
        return all;
    }

    private void provider(Map<String, String> all, String provider, String authorizationPath, String tokenPath) {
        String base = sandbox.baseUrl() + "/" + provider.toLowerCase(java.util.Locale.ROOT);
        String prefix = "OPSAI_PROVIDERS_" + provider + "_";
        all.put(prefix + "AUTHORIZATION_URI", base + authorizationPath);
        all.put(prefix + "TOKEN_URI", base + tokenPath);
        all.put(prefix + "API_BASE", base);
        all.put(prefix + "CLIENT_ID", "sandbox-client");
        all.put(prefix + "CLIENT_SECRET", "sandbox-secret");
    }

    private String address(ServiceModule module, String port) {
        return "http://127.0.0.1:" + service(module).port(port);
    }

    private Path keyset() {
        return new VaultKeyset(files).ensure(new Workspace(CLONE).jar(ServiceModule.AUTH.module()));
    }

    @Override
    public void close() {
        services.values().forEach(Service::close);
        sandbox.close();
        stack.close();
    }
}
