package ai.opsai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Profiles are a commutative monoid, over rows of every kind: however rows are shuffled, split and merged, the profile is
 * the same, and so is what is read from it. With {@code -Dopsai.test.full=true} a thousand times.
 */
final class MergingTests {

    private static final int ROUNDS = Boolean.getBoolean("opsai.test.full") ? 1_000 : 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "N/A",
            "true",
            "02134",
            "1.10",
            "1674485468.000200",
            "2024-03-01",
            "2024-03-01T10:00:00Z",
            "2024-03-01 10:00:00+0200",
            "2024-13-01",
            "ada@mail.example",
            "https://x.example/a",
            "192.168.0.1",
            "DE89370400440532013000",
            "4111 1111 1111 1111",
            "{\"a\":1}",
            "AB-2041",
            "Ünïcode \uD83D\uDCCA",
            "x".repeat(300));

    private final Random random = new Random(20_261_123);

    @Test
    void anyOrderAndAnyGroupingGiveTheSameProfile() {
        for (int round = 0; round < ROUNDS; round++) {
            List<JsonNode> rows = rows(1 + random.nextInt(150));
            RowsDetail whole = RowsDetail.of(rows);
            Collections.shuffle(rows, random);

            RowsDetail merged = merged(rows);

            assertThat(merged).isEqualTo(whole);
            assertThat(RowsProfile.topLevelTypes(rows))
                    .isEqualTo(whole.profile().topLevelTypes());
            assertThat(written(merged)).isEqualTo(written(whole));
        }
    }

    @Test
    void theTypeOfMergedRowsIsTheJoinOfTheirTypes() {
        for (int round = 0; round < ROUNDS; round++) {
            RowsDetail left = RowsDetail.of(rows(random.nextInt(4)));
            RowsDetail right = RowsDetail.of(rows(random.nextInt(4)));
            RowsDetail both = left.merge(right);

            for (FieldPath path : both.fields().keySet()) {
                assertThat(WideningTypes.of(both.profile().at(path)))
                        .as(path + " of " + written(left) + " and " + written(right))
                        .isEqualTo(WideningTypes.of(left.profile().at(path))
                                .join(WideningTypes.of(right.profile().at(path))));
            }
        }
    }

    @Test
    void joinsAreCommutativeAssociativeAndIdempotent() {
        for (WideningType a : WideningType.values()) {
            assertThat(a.join(a)).isEqualTo(a);
            for (WideningType b : WideningType.values()) {
                assertThat(a.join(b)).isEqualTo(b.join(a));
                for (WideningType c : WideningType.values()) {
                    assertThat(a.join(b).join(c)).as("%s %s %s", a, b, c).isEqualTo(a.join(b.join(c)));
                }
            }
        }
    }

    @Test
    void estimatesOfManyValuesDontDependOnTheOrderAndAreNear() {
        int many = 250_000;
        DistinctValues.Builder whole = new DistinctValues.Builder();
        DistinctValues.Builder odd = new DistinctValues.Builder();
        DistinctValues.Builder even = new DistinctValues.Builder();
        for (int i = 0; i < many; i++) {
            whole.add("customer-" + i);
            (i % 3 == 0 ? odd : even).add("customer-" + (many - 1 - i));
        }

        DistinctValues merged = odd.build().merge(even.build());

        assertThat(merged).isEqualTo(whole.build()).isEqualTo(even.build().merge(odd.build()));
        assertThat(merged.overflown()).isTrue();
        assertThat((double) merged.count()).isBetween(many * 0.95, many * 1.05);
        assertThat(merged.merge(merged)).isEqualTo(merged);
    }

    private RowsDetail merged(List<JsonNode> rows) {
        if (rows.size() < 2 || random.nextInt(4) == 0) {
            return RowsDetail.of(rows);
        }
        int cut = random.nextInt(rows.size());
        RowsDetail left = merged(rows.subList(0, cut));
        RowsDetail right = merged(rows.subList(cut, rows.size()));
        return random.nextBoolean() ? left.merge(right).merge(RowsDetail.EMPTY) : right.merge(left);
    }

    /** Everything that is read from a profile, as text. */
    private static String written(RowsDetail rows) {
        StringBuilder text = new StringBuilder()
                .append(rows.profile().topLevelTypes())
                .append(KeyCandidates.of(rows.profile()))
                .append(DataQuality.of(rows.profile()))
                .append(Freshness.of(rows));
        rows.fields()
                .forEach((path, detail) -> text.append('\n')
                        .append(path)
                        .append(WideningTypes.written(rows.profile().at(path), detail))
                        .append(Meanings.of(
                                path, rows.profile().at(path), rows.profile().keys(path.parent())))
                        .append(PersonalData.of(path, "", rows))
                        .append(detail.values().ranked())
                        .append(detail.shapes().ranked()));
        return text.toString();
    }

    private List<JsonNode> rows(int count) {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode row = NODES.objectNode().put("id", i).put("email", "p" + i % 70 + "@mail.example");
            for (String name : List.of("a", "b.c", "updated_at", "name", "amount")) {
                if (random.nextInt(4) > 0) {
                    row.set(name, value(2));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(5));
            case 3 -> NODES.numberNode(new BigDecimal(random.nextLong() + ".50"));
            case 4 -> NODES.numberNode(1_674_485_468_000L + random.nextInt(1_000));
            case 5 -> NODES.numberNode(new BigDecimal("123456789012345678901"));
            case 6 -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 7 -> NODES.objectNode().set("x", value(depth - 1));
            default -> NODES.arrayNode().add(value(depth - 1)).add(value(depth - 1));
        };
    }
}
