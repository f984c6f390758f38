package ai.opsai.organizer.inventory;

import ai.opsai.events.SampledRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 over the rows of one entity as they were sent, in order: what {@code SampledEntity.hash} holds. */
final class SampleHash {

    private final JsonMapper json;
    private final MessageDigest digest;

    SampleHash(JsonMapper json) {
        this.json = json;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    void add(List<SampledRow> rows) {
        rows.forEach(row -> digest.update(json.writeValueAsBytes(row)));
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
