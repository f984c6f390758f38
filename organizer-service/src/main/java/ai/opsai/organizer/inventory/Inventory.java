package ai.opsai.organizer.inventory;

import ai.opsai.organizer.unification.Sample;
import ai.opsai.organizer.unification.SampledEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is in stock for the tenant that the current transaction is bound to. */
@Component
public final class Inventory {

    private final Connections connections;
    private final SampleTables tables;

    Inventory(Connections connections, SampleTables tables) {
        this.connections = connections;
        this.tables = tables;
    }

    /** Per connection; one whose failure alone is known so far is among them. */
    public Map<UUID, Stock> stock() {
        Map<UUID, Set<SampleHeader>> headers = new HashMap<>();
        tables.headers()
                .forEach(header -> headers.computeIfAbsent(header.key().connectionId(), _ -> new HashSet<>())
                        .add(header));
        Map<UUID, Connection> known = new HashMap<>();
        headers.forEach((id, of) ->
                known.put(id, Connection.unknown(id, of.iterator().next().provider())));
        connections.all().forEach(connection -> known.put(connection.id(), connection));
        Map<UUID, Stock> stock = new HashMap<>();
        known.forEach((id, connection) -> stock.put(id, Stock.of(connection, headers.getOrDefault(id, Set.of()))));
        return stock;
    }

    /** Whether all of these are complete. */
    public boolean has(Map<UUID, Long> versions) {
        return versions.entrySet().stream()
                .allMatch(version -> tables.header(new SampleKey(version.getKey(), version.getValue()))
                        .filter(header -> header.state() == SampleState.COMPLETE)
                        .isPresent());
    }

    /** These samples with all their rows, for the engine. */
    public List<Sample> load(Map<UUID, Long> versions) {
        return versions.entrySet().stream()
                .map(version -> load(new SampleKey(version.getKey(), version.getValue())))
                .toList();
    }

    private Sample load(SampleKey key) {
        SampleHeader header =
                tables.header(key).orElseThrow(() -> new IllegalStateException("Sample " + key + " is not there"));
        Map<String, SampledEntity> entities = new HashMap<>();
        header.entities().forEach((name, entity) -> entities.put(name, load(key, name, entity)));
        return new Sample(key.connectionId(), header.provider(), key.version(), entities);
    }

    private SampledEntity load(SampleKey key, String name, ai.opsai.events.SampledEntity entity) {
        List<ObjectNode> rows = new ArrayList<>();
        tables.storableRows(key, name, part -> part.forEach(row -> rows.add(row.data())));
        return new SampledEntity(rows, entity.primaryKey(), entity.rowCount(), entity.totalCount(), entity.truncated());
    }
}
