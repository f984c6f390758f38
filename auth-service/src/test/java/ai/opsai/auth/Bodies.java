package ai.opsai.auth;

import java.util.UUID;

/** What the sampler and the organizer answer, in the shapes that they promise. */
final class Bodies {

    private static final String ENTITIES = """
            {"orders":{"fields":{"id":{"type":"UUID","primary":true,"nullable":false,"confidence":1.0},
            "customer_id":{"type":"UUID"}}},"unified_customers":{"fields":{"id":{"type":"UUID"}}}}""";

    private static final String RELATIONSHIPS = """
            [{"from":"orders","to":"unified_customers","field":"customer_id","toField":"id","status":"confirmed",
            "confidence":0.97,"evidence":[]}]""";

    private Bodies() {}

    static String sample(String connection) {
        return """
                {"connectionId":"%s","provider":"github","sampleVersion":3,"collectedAt":"2026-11-22T10:00:00Z",
                "sampleData":{"entities":{"repositories":{"sample":[{"id":1,"name":"my-app"}],
                "schema":{"id":"number","name":"string"},"rowCount":1,"truncated":false}},"metrics":{"totalStars":42},
                "metricsCoverage":{"totalStars":{"rows":1,"exact":false}}},
                "analysis":{"dataQuality":{"completeness":95.0},"businessModel":"software-development",
                "businessModelEvidence":[],"entities":{}}}""".formatted(connection);
    }

    static String run(UUID request, String connection) {
        return """
                {"requestId":"%s","schemaVersion":1,"changed":true,"engine":"deterministic","fingerprint":"f1",
                "entities":%s,"relationships":%s,"counts":{"orders":3},
                "missing":[{"connectionId":"%s","provider":"github","code":"provider_timeout"}]}""".formatted(request, ENTITIES, RELATIONSHIPS, connection);
    }

    static String schema(String tenant) {
        return """
                {"tenantId":"%s","version":1,"fingerprint":"f1","engine":"deterministic",
                "createdAt":"2026-11-22T10:00:00Z","entities":%s,"relationships":%s}""".formatted(tenant, ENTITIES, RELATIONSHIPS);
    }

    static String versions() {
        return """
                {"items":[{"version":1,"fingerprint":"f1","engine":"deterministic","createdAt":"2026-11-22T10:00:00Z",
                "breaking":false,"changes":0}]}""";
    }

    static String diff() {
        return """
                {"from":1,"to":2,"breaking":false,"changes":[{"kind":"field_added","entity":"orders","field":"note",
                "after":"TEXT","breaking":false,"message":"orders.note was added."}]}""";
    }

    static String row(String connection) {
        return """
                {"entityType":"orders","entityId":"o1","connectionId":"%1$s","data":{"id":"o1"},
                "provenance":{"records":[{"connectionId":"%1$s","provider":"github","entity":"orders","id":"o1",
                "sampleVersion":1}],"fields":{"id":[0]}},"schemaVersion":1,"updatedAt":"2026-11-22T10:00:00Z"}""".formatted(connection);
    }
}
