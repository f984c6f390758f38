package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.RowOrigin;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleRows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

class FinishingTests {

    private final Map<String, Collected> entities = new LinkedHashMap<>();

    private Collected entity(String name, int rows, String text) {
        var collected = new Collected(List.of("id"));
        for (int i = 0; i < rows; i++) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", i);
            row.put("email", text);
            collected.add(RowOrigin.RECENT, row);
        }
        entities.put(name, collected);
        return collected;
    }

    private List<FinishedEntity> finish(long maxBytes) {
        return new Finishing(maxBytes).finish(Shop.PROVIDER, entities);
    }

    private static List<Event> events(List<FinishedEntity> finished) {
        var sample =
                new Sample(Shop.order(), Instant.EPOCH, finished, Map.of(), JsonNodeFactory.instance.objectNode(), 1);
        return new SampleEvents().of(sample);
    }

    @Test
    void aliasesAreAddedAndTheSchemaTellsTypes() {
        entity("customers", 1, "a@b.example");

        FinishedEntity finished = finish(1 << 20).getFirst();

        assertThat(finished.rows().getFirst().data().get("mail").asString()).isEqualTo("a@b.example");
        assertThat(finished.schema()).containsEntry("id", "number").containsEntry("mail", "string");
    }

    @Test
    void longTextsAreCutAndMarked() {
        entity("orders", 1, "ä".repeat(20_000));

        String cut =
                finish(1 << 20).getFirst().rows().getFirst().data().get("email").asString();

        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(RowText.CELL);
        assertThat(cut).endsWith("… [cut, 20000 characters]");
    }

    @Test
    void theLargestEntityGivesUpItsLastRowsAndSaysSo() {
        entity("customers", 5, "x");
        entity("orders", 100, "y".repeat(1_000));

        List<FinishedEntity> finished = finish(20_000);

        assertThat(finished.get(0).truncated()).isFalse();
        assertThat(finished.get(1).truncated()).isTrue();
        assertThat(finished.get(1).rowCount()).isEqualTo(100);
        assertThat(finished.get(1).rows()).hasSizeBetween(10, 19);
    }

    @Test
    void partsFitThroughKafkaAndComeInOrderBeforeTheClosingEvent() {
        entity("orders", 200, "z".repeat(7_000));

        List<Event> events = events(finish(16 << 20));

        assertThat(events)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        event -> assertThat(EventCodec.standard().sizeOf(event)).isLessThan(EventCodec.MAX_BYTES));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        SampleCollected.class,
                        closing -> assertThat(closing.entities().get("orders"))
                                .isNotNull()
                                .satisfies(orders -> assertThat(orders.parts()).isEqualTo(events.size() - 1)));
        assertThat(events.subList(0, events.size() - 1))
                .extracting(event -> ((SampleRows) event).part())
                .isSorted();
    }

    @Test
    void aRowThatIsTooLargeByItselfLosesItsLargestFields() {
        Collected orders = entity("orders", 0, "");
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", 1);
        row.put("lines", java.util.Collections.nCopies(200_000, "abc"));
        orders.add(RowOrigin.RECENT, row);

        List<Event> events = events(finish(16 << 20));

        assertThat(events)
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(EventCodec.standard().sizeOf(event)).isLessThan(EventCodec.MAX_BYTES));
        assertThat(((SampleRows) events.getFirst())
                        .rows()
                        .getFirst()
                        .data()
                        .get("lines")
                        .asString())
                .contains("[cut");
    }

    @Test
    @Timeout(60)
    void aRowOfEndlessKeysStillTravels() {
        Collected orders = entity("orders", 0, "");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            row.put(i + "k".repeat(500), true);
        }
        orders.add(RowOrigin.RECENT, row);

        List<FinishedEntity> finished = finish(16 << 20);

        assertThat(finished.getFirst().rows().getFirst().data().size()).isBetween(500, 1_000);
        assertThat(finished.getFirst().schema()).hasSizeBetween(100, 200);
        assertThat(events(finished))
                .allSatisfy(
                        event -> assertThat(EventCodec.standard().sizeOf(event)).isLessThan(EventCodec.MAX_BYTES));
    }
}
