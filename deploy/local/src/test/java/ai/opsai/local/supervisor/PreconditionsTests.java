package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreconditionsTests {

    private static final ExternalServers NONE = ExternalServers.of(Map.of());

    @TempDir
    private Path folder;

    @Test
    void aMissingModuleIsNamed() {
        assertThatThrownBy(() -> check(new StackOptions(1, true)))
                .hasMessageContaining("deploy/local has not been built")
                .hasMessageContaining("deploy/local/target/local.jar");
    }

    @Test
    void everyTakenPortIsNamedWithThePartThatNeedsIt() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Integer, String> ports = Map.of(one.getLocalPort(), "kafka", two.getLocalPort(), "sandbox");
            assertThatThrownBy(() -> Preconditions.requireFree(ports))
                    .hasMessageContaining("Port " + one.getLocalPort() + ", which kafka needs, is in use by")
                    .hasMessageContaining("Port " + two.getLocalPort() + ", which sandbox needs, is in use by");
        }
    }

    private void check(StackOptions options) {
        new Preconditions(new Workspace(folder)).check(StackPlan.of(options, NONE));
    }
}
