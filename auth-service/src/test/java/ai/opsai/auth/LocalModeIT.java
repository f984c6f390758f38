package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalModeIT {

    @Test
    void whereNobodyProvesAnythingThisMachineAloneIsServed() throws IOException {
        try (Gateway gateway = new Gateway(Map.of("server.address", "0.0.0.0"))) {
            assertThat(gateway.browser().get("/api/connections").status()).isEqualTo(200);
            for (InetAddress address : otherAddresses()) {
                assertThatExceptionOfType(ConnectException.class)
                        .as(address.toString())
                        .isThrownBy(() -> connect(address, gateway.port));
            }
        }
    }

    /** Of this machine; the first is always there on Linux, and reached only by who listens to all. */
    private static List<InetAddress> otherAddresses() throws SocketException {
        List<InetAddress> addresses = new ArrayList<>();
        addresses.add(InetAddress.ofLiteral("127.0.0.2"));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .forEach(addresses::add);
        return addresses;
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
