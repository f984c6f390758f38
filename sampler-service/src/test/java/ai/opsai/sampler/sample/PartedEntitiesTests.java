package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.EventProblem;
import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.TestTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each table of Airtable is an entity of its own. */
class PartedEntitiesTests {

    private final SampledProvider airtable = ProviderFiles.builtIn().stream()
            .filter(provider -> provider.id().equals("airtable"))
            .findFirst()
            .orElseThrow();
    private final Map<String, Collected> entities = new LinkedHashMap<>();

    private Collected records() {
        return entities.computeIfAbsent("records", _ -> new Collected(List.of("id")));
    }

    private void record(String id, String table, String name) {
        records().add(RowOrigin.RECENT, Map.of("id", id, "tableId", table, "tableName", name));
    }

    @Test
    void recordsOfEachTableAreAnEntityNamedAsPeopleNamedTheTable() {
        record("rec1", "tbl1", "Apartments (2024)");
        record("rec2", "tbl2", "Tables");
        record("rec3", "tbl1", "Apartments (2024)");
        record("rec4", "tbl3", "Äpfel & Birnen");
        record("rec5", "tbl4", "Apartments 2024");
        record("rec6", "tbl5", "!!!");

        Map<String, Collected> parted = PartedEntities.of(airtable, entities);

        assertThat(parted.keySet())
                .containsExactly("apartments_2024", "tables_2", "äpfel_birnen", "apartments_2024_2", "records");
        assertThat(parted.get("apartments_2024")).isNotNull().satisfies(apartments -> {
            assertThat(apartments.rows())
                    .extracting(row -> row.data().get("id"))
                    .containsExactly("rec1", "rec3");
            assertThat(apartments.primaryKey()).containsExactly("id");
            assertThat(apartments.total()).isNull();
        });
    }

    @Test
    void partsTellWhatTheWholeTold() {
        record("rec1", "tbl1", "One");
        record("rec2", "tbl2", "Two");
        records().exhaust();
        records().cut(Limit.ROWS);
        records().fail(new EventProblem("provider_error", "half of it"));

        assertThat(PartedEntities.of(airtable, entities).values()).hasSize(2).allSatisfy(part -> {
            assertThat(part.total()).isEqualTo(1);
            assertThat(part.limit()).isEqualTo(Limit.ROWS);
            assertThat(part.problem()).isEqualTo(new EventProblem("provider_error", "half of it"));
        });
    }

    @Test
    void withoutRowsNothingIsParted() {
        records().fail(new EventProblem("provider_forbidden", "not granted"));

        assertThat(PartedEntities.of(airtable, entities)).isEqualTo(entities);
    }

    @Test
    void aPartKeepsItsKeyInASampleThatIsAddedTo() {
        RunContext run = Shop.run(TestTokens.of("token-1234", "http://127.0.0.1:1"), new MemoryPages());
        var earlier = new EarlierSample(StoredRows.read("""
                {"apartments": {"sample": [{"id": "rec1"}], "primaryKey": ["id"]}}"""), 1);

        earlier.into(run);

        assertThat(run.entity("apartments").primaryKey()).containsExactly("id");
        assertThat(run.entity("apartments").size()).isEqualTo(1);
    }
}
