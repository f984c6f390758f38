package ai.opsai.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class PortsTests {

    @Test
    void aListenedPortIsTakenAndAnswers() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.available(socket.getLocalPort())).isFalse();
            assertThat(Ports.answers(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void aFreePortIsAvailableAndSilent() {
        int port = Ports.free();
        assertThat(Ports.available(port)).isTrue();
        assertThat(Ports.answers(port)).isFalse();
        assertThat(PortOwner.of(port)).isEmpty();
    }

    @Test
    void theOwnerOfAPortIsNamedWhereTheSystemTells() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/tcp")));
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(socket.getLocalPort()))
                    .hasValueSatisfying(owner -> assertThat(owner)
                            .contains(
                                    "java",
                                    Long.toString(ProcessHandle.current().pid())));
        }
    }
}
