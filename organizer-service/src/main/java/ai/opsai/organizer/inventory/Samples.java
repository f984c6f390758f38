package ai.opsai.organizer.inventory;

import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleRows;
import ai.opsai.events.SampledEntity;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes samples in, in the transaction of their tenant. Parts and closing events may come in any order and any number
 * of times; a sample counts only when it is closed, all its parts are there and their content is what was sent. While
 * history is read ({@code keepAll}) every version stays, since an outcome further on may name it.
 */
@Component
public final class Samples {

    private static final Logger log = LoggerFactory.getLogger(Samples.class);

    private final SampleTables tables;
    private final Connections connections;
    private final SamplesInUse inUse;
    private final JsonMapper json;

    Samples(SampleTables tables, Connections connections, SamplesInUse inUse, JsonMapper json) {
        this.tables = tables;
        this.connections = connections;
        this.inUse = inUse;
        this.json = json;
    }

    /** Keeps everybody else from this connection's samples until the transaction ends; to be taken before its row. */
    public void hold(UUID connectionId) {
        tables.lock(connectionId);
    }

    /** Whether a sample became complete. */
    public boolean add(String tenantId, SampleRows part, boolean keepAll) {
        tables.lock(part.connectionId());
        boolean gone = connections
                .find(part.connectionId())
                .map(connection -> part.sampleVersion() <= connection.goneSampleVersion())
                .orElse(false);
        if (gone && !keepAll) {
            return false;
        }
        tables.addPart(tenantId, part);
        return complete(new SampleKey(part.connectionId(), part.sampleVersion()), keepAll);
    }

    /** Whether a sample became complete. */
    public boolean close(String tenantId, SampleCollected sample, boolean keepAll) {
        tables.lock(sample.connectionId());
        SampleKey key = new SampleKey(sample.connectionId(), sample.sampleVersion());
        Connection known = connections.known(sample.connectionId(), sample.provider());
        if (!keepAll && !known.accepts(sample.connectionVersion(), sample.sampleVersion())) {
            tables.delete(key);
            return false;
        }
        connections.save(tenantId, known.connected(sample.connectionVersion(), sample.sampleVersion()));
        tables.open(tenantId, sample);
        return complete(key, keepAll);
    }

    /** Whether it is now known that no sample of this version will come. */
    public boolean fail(String tenantId, SampleFailed failed) {
        if (!failed.last()) {
            return false;
        }
        tables.lock(failed.connectionId());
        tables.fail(
                tenantId,
                new SampleKey(failed.connectionId(), failed.sampleVersion()),
                failed.connectionVersion(),
                failed.provider(),
                failed.code());
        return true;
    }

    /** Forgets what an ended connection left. */
    public void forget(Connection connection) {
        if (connection.goneSampleVersion() > 0) {
            tables.lock(connection.id());
            tables.deleteUpTo(new SampleKey(connection.id(), connection.goneSampleVersion()));
        }
    }

    /** Drops old versions that nothing needs any more. */
    public void prune() {
        Map<UUID, Set<Long>> kept = inUse.inUse();
        tables.headers().stream()
                .filter(header -> header.state() == SampleState.COMPLETE)
                .forEach(header -> deleteBelow(header.key(), kept));
    }

    public void erase() {
        tables.erase();
    }

    private boolean complete(SampleKey key, boolean keepAll) {
        SampleHeader header = tables.header(key).orElse(null);
        if (header == null || header.state() != SampleState.OPEN || !allPartsAreThere(header)) {
            return false;
        }
        if (!contentIsAsSent(header)) {
            log.error("Sample {} of connection {} is not what was sent: not used", key.version(), key.connectionId());
            return false;
        }
        tables.complete(key);
        if (!keepAll) {
            deleteBelow(key, inUse.inUse());
        }
        return true;
    }

    private boolean allPartsAreThere(SampleHeader header) {
        Map<String, Integer> there = tables.parts(header.key());
        return header.entities().entrySet().stream()
                .allMatch(entity -> there.getOrDefault(entity.getKey(), 0)
                        >= entity.getValue().parts());
    }

    private boolean contentIsAsSent(SampleHeader header) {
        for (Map.Entry<String, SampledEntity> entity : header.entities().entrySet()) {
            SampleHash hash = new SampleHash(json);
            tables.rows(header.key(), entity.getKey(), hash::add);
            if (!hash.hex().equals(entity.getValue().hash())) {
                return false;
            }
        }
        return true;
    }

    private void deleteBelow(SampleKey key, Map<UUID, Set<Long>> kept) {
        tables.deleteBelow(key, kept.getOrDefault(key.connectionId(), Set.of()));
    }
}
