package ai.opsai.local.supervisor;

import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.Secrets;
import ai.opsai.local.workspace.ServiceModule;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service learns from its environment. Addresses, passwords and keys of this stack are the stack's; everything
 * else gives way to what the user has set.
 */
final class ServiceEnvironment {

    private static final String LOOPBACK = "http://127.0.0.1:";

    /** By name, as a browser shows it: the consent page belongs to this origin. */
    private static final String SANDBOX = "http://localhost:" + StackPlan.SANDBOX_PORT;

    private final Map<String, String> users;
    private final Secrets secrets;
    private final StackPlan plan;
    private final String jdbcUrl;
    private final String bootstrapServers;

    ServiceEnvironment(
            Map<String, String> users, Secrets secrets, StackPlan plan, String jdbcUrl, String bootstrapServers) {
        this.users = users;
        this.secrets = secrets;
        this.plan = plan;
        this.jdbcUrl = jdbcUrl;
        this.bootstrapServers = bootstrapServers;
    }

    /** What to add to the user's environment for this process. */
    Map<String, String> of(ServiceInstance instance) {
        Map<String, String> all = new HashMap<>(defaults());
        all.keySet().removeAll(users.keySet());
        all.putAll(fixed(instance));
        return all;
    }

    private Map<String, String> defaults() {
        Map<String, String> defaults = new HashMap<>();
        defaults.put(
                "OPSAI_VAULT_KEYSET_FILE", secrets.file("vault-keyset.json").toString());
        defaults.put("OPSAI_MESSAGING_PARTITIONS", "6");
        if (plan.options().sandbox()) {
            defaults.put("OPSAI_OUTBOUND_ALLOW_PRIVATE", "true");
            for (SandboxProvider provider : SandboxProvider.values()) {
                if (users.getOrDefault(provider.clientIdVariable(), "").isBlank()) {
                    defaults.putAll(provider.environment(SANDBOX));
                }
            }
        }
        return defaults;
    }

    private Map<String, String> fixed(ServiceInstance instance) {
        ServiceModule service = instance.service();
        AssertionKeys keys = new AssertionKeys(secrets);
        Map<String, String> fixed = new HashMap<>();
        fixed.put("DATABASE_URL", jdbcUrl);
        fixed.put("OPSAI_DATABASE_PASSWORD", secrets.password(service.word()));
        fixed.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        fixed.put("OPSAI_ASSERTION_KEY_FILE", keys.privateKey(service.word()).toString());
        fixed.put("OPSAI_ASSERTION_TRUSTED_KEYS_FILE", keys.trustedKeys().toString());
        fixed.put(
                "OPSAI_GATEWAY_INTERNAL_URL",
                LOOPBACK + ServiceModule.AUTH.ports().get("internal"));
        fixed.put("OPSAI_SAMPLER_URL", LOOPBACK + ServiceModule.SAMPLER.ports().get("http"));
        fixed.put(
                "OPSAI_ORGANIZER_URL",
                LOOPBACK + ServiceModule.ORGANIZER.ports().get("http"));
        fixed.put("SERVER_PORT", Integer.toString(instance.port("http")));
        fixed.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.port("management")));
        return fixed;
    }
}
