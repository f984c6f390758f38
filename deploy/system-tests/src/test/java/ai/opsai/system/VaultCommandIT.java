package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.Opsai;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code opsai vault} against a running gateway, each as a process of its own. */
class VaultCommandIT {

    @TempDir
    private Path folder;

    @Test
    void v13_anOperatorSeesAndRotatesTheKeysFromTheShell() throws Exception {
        try (RotatingServer server = new RotatingServer(false, 0, 3600);
                Gateways gateways = new Gateways(folder, server)) {
            gateways.connect("keys");
            String port = Integer.toString(gateways.managementPort(0));

            assertThat(vault(0, "--port", port)).contains("\"masterKey\"", "\"rowsOnOldKey\"");
            assertThat(vault(0, "status", "--port", port)).contains("\"masterKey\"");
            assertThat(vault(0, "rotate", "--port", port)).contains("\"masterKey\"");
        }
        assertThat(vault(1, "status", "--port", Integer.toString(Ports.free()))).contains("No gateway answers");
    }

    private static String vault(int code, String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("vault"));
        arguments.addAll(List.of(words));
        List<String> command = Jvm.ofClassPath(
                        System.getProperty("java.class.path"), Opsai.class.getName(), List.of(), arguments)
                .words();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }
}
