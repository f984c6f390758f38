package ai.opsai.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableFormatTests {

    private static final List<Rows.Column> COLUMNS =
            List.of(new Rows.Column("id", true), new Rows.Column("name", false));

    @Test
    void alignsAsPsqlDoes() {
        Rows rows = new Rows(COLUMNS, List.of(List.of("1", "Ada"), List.of("10", "Grace Hopper")));
        assertThat(new AlignedFormat(rows).lines())
                .containsExactly(
                        " id |     name     ", //
                        "----+--------------",
                        "  1 | Ada",
                        " 10 | Grace Hopper",
                        "(2 rows)");
    }

    @Test
    void nullIsBlankAndOneRowIsCountedSo() {
        Rows rows = new Rows(COLUMNS, List.of(Arrays.asList("1", null)));
        assertThat(new AlignedFormat(rows).lines()).containsSequence("  1 |", "(1 row)");
    }

    @Test
    void lineBreaksInValuesAreMarked() {
        Rows rows = new Rows(COLUMNS, List.of(List.of("1", "a\nbc")));
        assertThat(new AlignedFormat(rows).lines()).containsSequence("  1 | a   +", "    | bc");
    }

    @Test
    void csvQuotesWhatNeedsItAndTellsNullFromEmpty() {
        Rows rows = new Rows(COLUMNS, List.of(Arrays.asList(null, "say \"a,b\""), List.of("2", "")));
        assertThat(CsvFormat.lines(rows)).containsExactly("id,name", ",\"say \"\"a,b\"\"\"", "2,\"\"");
    }
}
