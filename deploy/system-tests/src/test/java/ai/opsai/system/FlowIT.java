package ai.opsai.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.workspace.ServiceModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From nothing to the unified database, and what users are promised to see on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowIT {

    private OpsaiSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = OpsaiSystem.start(folder);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void threeProvidersBecomeOneDatabase() throws IOException {
        Frontend frontend = system.frontend("whole");
        List<String> connections =
                List.of(frontend.connect("github"), frontend.connect("stripe"), frontend.connect("hubspot"));
        connections.forEach(frontend::awaitSample);
        frontend.awaitQuiet();

        JsonNode organized = frontend.organize();

        assertThat(organized.path("status").asString()).as(organized.toString()).isEqualTo("succeeded");
        assertThat(names(organized.at("/result/entities")))
                .contains("unified_customers", "github_repositories", "stripe_customers", "hubspot_contacts", "orders");
        assertThat(frontend.items("/api/tenants/whole/data/unified_customers?limit=1000"))
                .as("customers that all three providers know")
                .anySatisfy(customer -> assertThat(providers(customer)).contains("github", "stripe", "hubspot"));
        assertThat(frontend.get("/api/tenants/whole/schema")
                        .json()
                        .get("version")
                        .intValue())
                .isEqualTo(1);
        assertUserSeesTheFlowInTheLogs();
        assertTablesHoldTheDocumentedShape("whole");
        assertEachFlowIsOneTrace("whole");
    }

    @Test
    void stepsOfTheOriginalDescriptionWorkAsWritten() {
        Frontend frontend = system.frontend("original");

        Reply sample = frontend.post(
                "/api/providers/sample-data",
                Map.of("provider", "github", "accessToken", "sandbox-github-token", "tenantId", "original"),
                "Prefer",
                "wait=60");
        assertThat(sample.status()).as(sample.body()).isEqualTo(200);
        assertThat(sample.json()
                        .at("/sampleData/entities/repositories/sample/0/full_name")
                        .asString())
                .contains("/");
        assertThat(sample.json().at("/analysis/dataQuality/completeness").doubleValue())
                .isBetween(1.0, 100.0);

        Reply organized = frontend.post("/api/organize-database", Map.of("tenantId", "original"), "Prefer", "wait=60");
        assertThat(organized.status()).as(organized.body()).isEqualTo(200);
        assertThat(organized.json().at("/counts/github_repositories").longValue())
                .isPositive();
        assertTablesHoldTheDocumentedShape("original");
    }

    private void assertUserSeesTheFlowInTheLogs() throws IOException {
        String sampler = Files.readString(system.service(ServiceModule.SAMPLER).log());
        String organizer =
                Files.readString(system.service(ServiceModule.ORGANIZER).log());
        assertThat(sampler).contains("📊 Fetching sample data for github", "✅ Collected sample data");
        assertThat(organizer).contains("🗄️ Organizing database with collected sample data", "✅ Database organized");
    }

    private void assertEachFlowIsOneTrace(String tenant) {
        Map<String, Set<String>> traces = new TopicDump(system.stack().bootstrapServers())
                .records().stream()
                        .filter(event -> TopicDump.header(event, "ce_tenantid").equals(tenant))
                        .collect(groupingBy(
                                event -> TopicDump.header(event, "ce_correlationid"), mapping(FlowIT::trace, toSet())));
        assertThat(traces)
                .as("three connections and an organize request, at least")
                .hasSizeGreaterThan(3)
                .allSatisfy((flow, ofFlow) ->
                        assertThat(ofFlow).as(flow).singleElement().asString().hasSize(32));
    }

    private static String trace(ConsumerRecord<byte[], byte[]> event) {
        return TopicDump.header(event, "traceparent").replaceAll("^00-([0-9a-f]{32})-.*", "$1");
    }

    private void assertTablesHoldTheDocumentedShape(String tenant) {
        Tables tables = new Tables(system.database());
        String ofTenant = "tenant_id = '" + tenant + "'";
        assertThat(tables.count(
                        "tenant_sample_data",
                        ofTenant + " and jsonb_typeof(sample_data #> '{entities,repositories,sample}') = 'array'"))
                .isEqualTo(1);
        assertThat(tables.count("tenant_data_schemas", ofTenant + " and entities ? 'github_repositories'"))
                .isEqualTo(1);
        assertThat(tables.count(
                        "tenant_dynamic_data",
                        ofTenant + " and entity_type = 'github_repositories' and data ? 'full_name'"))
                .isPositive();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> providers(JsonNode row) {
        return StreamSupport.stream(row.at("/provenance/records").spliterator(), false)
                .map(origin -> origin.get("provider").stringValue())
                .toList();
    }
}
