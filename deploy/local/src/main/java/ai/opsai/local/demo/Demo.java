package ai.opsai.local.demo;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The main job from the first click to the finished database. It ends well only if all of it really happened. */
public final class Demo {

    private static final List<String> PROVIDERS = List.of("github", "stripe", "hubspot");
    private static final String TENANT = "default";

    private final PrintStream out;

    public Demo(PrintStream out) {
        this.out = out;
    }

    /** Fails with a {@link DemoFailure} that says what did not happen. */
    public void run() {
        long start = System.nanoTime();
        try (Gateway gateway = new Gateway();
                Browser browser = new Browser()) {
            Set<String> connections = connect(new Connecting(gateway, browser, TENANT));
            samples(gateway, connections);
            organize(gateway);
        }
        out.printf(Locale.ROOT, "%nAll of it took %.1f s.%n", (System.nanoTime() - start) / 1e9);
        whatNext();
    }

    private Set<String> connect(Connecting connecting) {
        out.println("\n1. Connecting " + String.join(", ", PROVIDERS) + " for tenant " + TENANT + " by OAuth");
        Set<String> ids = new LinkedHashSet<>();
        for (String provider : PROVIDERS) {
            JsonNode connection = connecting.connect(provider);
            out.println("   %-8s connected as %s"
                    .formatted(
                            provider, connection.path("account").path("label").asString("")));
            ids.add(connection.path("connectionId").asString(""));
        }
        return ids;
    }

    private void samples(Gateway gateway, Set<String> connections) {
        out.println("\n2. Samples");
        new SampleWatch(gateway, out, TENANT).awaitAll(List.copyOf(connections));
        new SampleReport(out).print(gateway.get("/api/tenants/" + TENANT + "/samples?limit=1000"), connections);
    }

    private void organize(Gateway gateway) {
        out.println("\n3. One database out of three");
        new SchemaReport(out).print(new Organizing(gateway, TENANT).run());
        out.println("\n4. One customer, known to all three");
        new CustomerReport(gateway, out, TENANT).print(Set.copyOf(PROVIDERS));
        out.println("\n5. Two that look alike and were not joined");
        new LookAlikeReport(gateway, out, TENANT).print();
    }

    private void whatNext() {
        out.println("""

                Console:      http://localhost:7250/onboarding-v3
                SQL:          ./opsai psql "SELECT * FROM tenant_data_schemas WHERE tenant_id = 'default'"
                Your account: register an OAuth app with the redirect URI
                              http://localhost:7250/login/oauth2/code/github, then
                              OPSAI_PROVIDERS_GITHUB_CLIENT_ID=… OPSAI_PROVIDERS_GITHUB_CLIENT_SECRET=… ./opsai up
                              (stripe and hubspot likewise; README.md has the steps). Or with a token of yours:
                              curl localhost:7250/api/providers/sample-data -H 'Content-Type: application/json' \\
                                -d '{"provider":"github","accessToken":"…","tenantId":"default"}'""");
    }
}
