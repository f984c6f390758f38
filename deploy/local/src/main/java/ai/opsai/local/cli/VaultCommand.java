package ai.opsai.local.cli;

import ai.opsai.local.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsai vault}: asks the running gateway on its management port, which no tenant can reach. */
@Command(
        name = "vault",
        mixinStandardHelpOptions = true,
        description = {
            "The keys that seal tokens.",
            "  status  which key wraps all others, and how many secrets an older key still seals",
            "  rotate  give every tenant a new key; what the old ones sealed is sealed anew in the background",
            "A new master key: java -cp auth-service.jar ai.opsai.auth.vault.KeysetCommand --rotate <keyset file>;"
                    + " the running gateways notice it by themselves."
        })
final class VaultCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private enum Action {
        status,
        rotate
    }

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", description = "status (the default) or rotate")
    private Action action = Action.status;

    @Option(
            names = "--port",
            description = "The gateway's management port (default: ${DEFAULT-VALUE}).",
            defaultValue = "7270")
    private int port;

    VaultCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/vault"))
                .timeout(PATIENCE);
        HttpResponse<String> answer = send(
                switch (action) {
                    case status -> request.GET().build();
                    case rotate ->
                        request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"keys\":\"tenants\"}"))
                                .build();
                });
        terminal.out().println(answer.body());
        return answer.statusCode() == 200 ? 0 : 1;
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("No gateway answers on port " + port + "; start one with ./opsai up", List.of());
        }
    }
}
