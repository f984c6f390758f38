package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceEnvironmentTests {

    @TempDir
    private Path folder;

    private Map<String, String> gateway(Map<String, String> users, boolean sandbox) {
        StackPlan plan = StackPlan.of(new StackOptions(1, sandbox), ExternalServers.of(users));
        return new ServiceEnvironment(
                        users, new Workspace(folder).secrets(), plan, "jdbc:postgresql://127.0.0.1/opsai", "k:1")
                .of(plan.services().getFirst());
    }

    @Test
    void theSandboxPlaysEveryProviderThatTheUserHasNotConfigured() {
        Map<String, String> variables = gateway(Map.of("OPSAI_PROVIDERS_STRIPE_CLIENT_ID", "ca_real"), true);
        assertThat(variables)
                .containsEntry("OPSAI_PROVIDERS_GITHUB_API_BASE", "http://localhost:7280/github")
                .containsEntry("OPSAI_OUTBOUND_ALLOW_PRIVATE", "true")
                .doesNotContainKey("OPSAI_PROVIDERS_STRIPE_API_BASE")
                .doesNotContainKey("OPSAI_PROVIDERS_STRIPE_CLIENT_ID");
    }

    @Test
    void withoutTheSandboxNothingPrivateIsReachable() {
        assertThat(gateway(Map.of(), false))
                .doesNotContainKey("OPSAI_OUTBOUND_ALLOW_PRIVATE")
                .doesNotContainKey("OPSAI_PROVIDERS_GITHUB_CLIENT_ID");
    }

    @Test
    void theUsersOwnChoicesWinButTheOwnersLoginGoesToNoService() {
        Map<String, String> users = Map.of(
                "OPSAI_VAULT_KEYSET_FILE", "/mine", "DATABASE_URL", "postgresql://owner:secret@db.example.com/x");
        assertThat(gateway(users, true))
                .doesNotContainKey("OPSAI_VAULT_KEYSET_FILE")
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1/opsai")
                .containsEntry("SERVER_PORT", "7250");
    }
}
