package ai.opsai.sampler.sample;

import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleRows;
import ai.opsai.events.SampledEntity;
import ai.opsai.events.SampledRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The events of a sample: parts that each fit through Kafka, then the one that closes it. */
final class SampleEvents {

    /** Leaves room for what stands around the rows. */
    private static final int PART = 480 * 1024;

    private final JsonMapper json = EventCodec.mapper();

    List<Event> of(Sample sample) {
        var events = new ArrayList<Event>();
        var entities = new TreeMap<String, SampledEntity>();
        for (FinishedEntity entity : sample.entities()) {
            List<List<SampledRow>> parts = parts(entity.rows());
            for (int part = 0; part < parts.size(); part++) {
                events.add(new SampleRows(
                        sample.order().connectionId(),
                        sample.order().sampleVersion(),
                        entity.name(),
                        part,
                        parts.get(part)));
            }
            entities.put(entity.name(), described(entity, parts.size()));
        }
        events.add(new SampleCollected(
                sample.order().connectionId(),
                sample.order().connectionVersion(),
                sample.order().sampleVersion(),
                sample.order().purpose(),
                sample.order().provider(),
                sample.collectedAt(),
                entities,
                sample.metrics(),
                sample.analysis()));
        return events;
    }

    private SampledEntity described(FinishedEntity entity, int parts) {
        return new SampledEntity(
                entity.schema(),
                entity.jsonSchema(),
                entity.primaryKey(),
                entity.rowCount(),
                entity.totalCount(),
                parts,
                hash(entity.rows()),
                entity.truncated(),
                entity.problem());
    }

    private List<List<SampledRow>> parts(List<SampledRow> rows) {
        var parts = new ArrayList<List<SampledRow>>();
        int bytes = PART;
        for (SampledRow row : rows) {
            int size = json.writeValueAsBytes(row).length + 1;
            if (bytes + size > PART) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(row);
            bytes += size;
        }
        return parts;
    }

    private String hash(List<SampledRow> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update(json.writeValueAsBytes(row)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
