package ai.opsai.local.supervisor;

import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.ServiceDatabase;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Proof that a started stack works: a connect begins, a record makes its round trip, a person's query answers. */
final class Proofs {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workspace workspace;
    private final StackPlan plan;
    private final Servers servers;

    Proofs(Workspace workspace, StackPlan plan, Servers servers) {
        this.workspace = workspace;
        this.plan = plan;
        this.servers = servers;
    }

    void all() {
        Together.run(List.of(this::connectBegins, () -> RoundTrip.on(servers.bootstrapServers()), this::queryAnswers));
    }

    /** A person's click on "connect" leads to a consent page; without the sandbox no provider may be configured. */
    private void connectBegins() throws IOException, InterruptedException {
        boolean sandbox = plan.options().sandbox();
        String gateway = "http://localhost:" + ServiceModule.AUTH.ports().get("http");
        String path = sandbox ? "/oauth2/authorization/github?tenantId=default" : "/api/providers";
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != (sandbox ? 302 : 200)) {
                throw new StartFailure(
                        "auth-service answers " + answer.statusCode() + " to GET " + path,
                        answer.body().lines().limit(5).toList());
            }
        }
    }

    private void queryAnswers() {
        DatabaseAddress database =
                ServiceDatabase.forPeople(servers.database(), workspace.secrets(), ServiceDatabase.READER);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from sampling.tenant_sample_data")) {
            rows.next();
        } catch (SQLException e) {
            throw new StartFailure("The database does not answer a query: " + e.getMessage(), List.of());
        }
    }
}
