package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.RecordId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a row came from, in the form of the data API. */
final class Provenance {

    private Provenance() {}

    static ObjectNode of(RecordId record, long sampleVersion) {
        ObjectNode provenance = JsonNodeFactory.instance.objectNode();
        provenance.putArray("records").add(record(record, sampleVersion));
        provenance.putObject("fields");
        return provenance;
    }

    static ObjectNode record(RecordId record, long sampleVersion) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("connectionId", record.connectionId().toString())
                .put("provider", record.provider())
                .put("entity", record.entity())
                .put("id", record.id())
                .put("sampleVersion", sampleVersion);
    }
}
