package ai.opsai.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One complete event of each type, every optional field present. */
final class Examples {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CONNECTION = UUID.fromString("019aab00-0000-7000-8000-000000000001");
    private static final UUID REQUEST = UUID.fromString("019aab00-0000-7000-8000-000000000002");
    private static final JsonMapper JSON = EventCodec.mapper();

    private Examples() {}

    static Envelope of(EventType type) {
        return envelope(data(type));
    }

    static Envelope withRowOf(int characters) {
        return withRow(JSON.valueToTree("x".repeat(characters)));
    }

    static Envelope withRow(JsonNode body) {
        ObjectNode row = JSON.createObjectNode().set("body", body);
        return envelope(new SampleRows(CONNECTION, 1, "issues", 0, List.of(new SampledRow(RowOrigin.RECENT, row))));
    }

    private static Envelope envelope(Event data) {
        return new Envelope(
                UUID.fromString("019aab00-0000-7000-8000-0000000000aa"),
                "default",
                CONNECTION.toString(),
                "/opsai/test",
                AT,
                "019aab00-0000-7000-8000-0000000000bb",
                "019aab00-0000-7000-8000-0000000000cc",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                data);
    }

    private static Event data(EventType type) {
        return switch (type) {
            case PROVIDER_CONNECTED ->
                new ProviderConnected(
                        CONNECTION,
                        1,
                        1,
                        "github",
                        new Account("42", "acme"),
                        new Scopes(List.of("repo", "read:org"), List.of("repo")),
                        AT);
            case SAMPLE_REQUESTED -> new SampleRequested(CONNECTION, 1, 2, SamplePurpose.LINK, AT);
            case PROVIDER_REAUTH_REQUIRED -> new ProviderReauthRequired(CONNECTION, 2, "github", "invalid_grant", AT);
            case PROVIDER_DISCONNECTED -> new ProviderDisconnected(CONNECTION, 3, "github", DisconnectReason.USER, AT);
            case SAMPLE_ROWS ->
                new SampleRows(
                        CONNECTION,
                        1,
                        "repositories",
                        0,
                        List.of(new SampledRow(
                                RowOrigin.RECENT,
                                JSON.createObjectNode().put("id", 1).put("name", "my-app"))));
            case SAMPLE_COLLECTED -> collected();
            case SAMPLE_FAILED ->
                new SampleFailed(
                        CONNECTION,
                        1,
                        1,
                        "github",
                        "provider_rate_limited",
                        "GitHub asks to wait.",
                        false,
                        AT.plusSeconds(60));
            case ORGANIZE_REQUESTED -> new OrganizeRequested(REQUEST, Map.of(CONNECTION, 1L), AT);
            case DATABASE_ORGANIZED -> organized();
            case ORGANIZE_FAILED -> new OrganizeFailed(REQUEST, "no_samples", "No connection has a sample yet.");
            case OVERRIDES_CHANGED ->
                new OverridesChanged(
                        4,
                        new OverrideChange(
                                "o1",
                                OverrideKind.RENAME,
                                JSON.createObjectNode().put("entity", "orders"),
                                JSON.valueToTree("purchases"),
                                false));
            case TENANT_ERASED -> new TenantErased(AT);
            case SAMPLE_PROGRESSED -> new SampleProgressed(CONNECTION + ":1", CONNECTION, 1, "issues", 2, 5);
            case ORGANIZE_PROGRESSED -> new OrganizeProgressed(REQUEST.toString(), REQUEST, "matching", 3, 7);
        };
    }

    private static SampleCollected collected() {
        SampledEntity repositories = new SampledEntity(
                Map.of("id", "number", "name", "string"),
                null,
                List.of("id"),
                1,
                240L,
                1,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                true,
                new EventProblem("provider_forbidden", "The token may not list private repositories."));
        return new SampleCollected(
                CONNECTION,
                1,
                1,
                SamplePurpose.CONNECT,
                "github",
                AT,
                Map.of("repositories", repositories),
                Map.of("totalStars", new Metric(JSON.valueToTree(1337), new Coverage(100, 240L, false))),
                JSON.createObjectNode().put("businessModel", "software-development"));
    }

    private static DatabaseOrganized organized() {
        return new DatabaseOrganized(
                REQUEST,
                3,
                true,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Map.of(CONNECTION, 1L),
                4,
                "1",
                List.of(new ModelDecision(JSON.createObjectNode().put("kind", "description"), "ab")),
                Map.of("github_repositories", 42L),
                List.of(new MissingSample(CONNECTION, "stripe", "provider_timeout")),
                "deterministic",
                "llm_unavailable",
                Map.of("engine", 120L));
    }
}
