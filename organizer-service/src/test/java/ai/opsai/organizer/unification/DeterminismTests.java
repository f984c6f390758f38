package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class DeterminismTests {

    private static final int SHUFFLES = Boolean.getBoolean("opsai.test.full") ? 1_000 : 100;

    @Test
    void theSameInputInAnyOrderGivesTheSameBytes() {
        List<Sample> samples = World.small().samples();
        String expected = bytes(EngineInput.of(samples));
        Random random = new Random(42);
        for (int i = 0; i < SHUFFLES; i++) {
            assertThat(bytes(EngineInput.of(shuffled(samples, random)))).isEqualTo(expected);
        }
    }

    @Test
    void organizingTwiceChangesNothing() {
        EngineResult first = World.small().organize();
        EngineResult second = World.small().organizeAfter(first, 2);

        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(second.identities()).isEqualTo(first.identities());
        assertThat(second.redirects()).isEmpty();
        assertThat(second.rows()).isEqualTo(first.rows());
    }

    @Test
    void moreRowsOfTheSameKindMakeNoOtherSchema() {
        World more = World.small()
                .with(
                        "github",
                        "users",
                        "{'id':501,'login':'adanorth','name':'Ada North','email':'ada.north@mill.example','type':'User'}",
                        "{'id':502,'login':'elias','name':'Elias Underhill','email':null,'type':'User'}",
                        "{'id':503,'login':'fern','name':'Fern Hollow','email':null,'type':'User'}");

        assertThat(more.organize().fingerprint())
                .isEqualTo(World.small().organize().fingerprint());
    }

    private static String bytes(EngineInput input) {
        EngineResult result = UnificationEngine.organize(input);
        return result.document() + result.ddl() + result.rows() + result.identities() + result.fingerprint();
    }

    private static List<Sample> shuffled(List<Sample> samples, Random random) {
        List<Sample> shuffled = new ArrayList<>();
        for (Sample sample : samples) {
            List<Map.Entry<String, SampledEntity>> entities =
                    new ArrayList<>(sample.entities().entrySet());
            Collections.shuffle(entities, random);
            Map<String, SampledEntity> reordered = new LinkedHashMap<>();
            entities.forEach(entity -> reordered.put(entity.getKey(), shuffled(entity.getValue(), random)));
            shuffled.add(new Sample(sample.connectionId(), sample.provider(), sample.sampleVersion(), reordered));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static SampledEntity shuffled(SampledEntity entity, Random random) {
        List<ObjectNode> rows = new ArrayList<>();
        entity.rows().forEach(row -> rows.add((ObjectNode) shuffled(row, random)));
        Collections.shuffle(rows, random);
        return SampledEntity.of(rows);
    }

    /** The keys of every object in another order; the order of arrays means something and stays. */
    private static JsonNode shuffled(JsonNode value, Random random) {
        if (!value.isObject()) {
            return value;
        }
        List<String> keys = new ArrayList<>(value.propertyNames());
        Collections.shuffle(keys, random);
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        keys.forEach(key -> copy.set(key, shuffled(value.path(key), random)));
        return copy;
    }
}
