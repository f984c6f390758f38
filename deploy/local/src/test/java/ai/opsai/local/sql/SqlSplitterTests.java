package ai.opsai.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlSplitterTests {

    private final SqlSplitter splitter = new SqlSplitter();

    @Test
    void statementsEndAtTheirSemicolons() {
        assertThat(splitter.add("select 1; select 2;")).containsExactly("select 1", "select 2");
        assertThat(splitter.pending()).isFalse();
    }

    @Test
    void semicolonsInStringsNamesCommentsAndDollarQuotesEndNothing() {
        String sql = "select ';''', \";\" -- ;\n, 1 /* ; */; do $x$ begin; end $x$; select $1";
        assertThat(splitter.add(sql)).containsExactly("select ';''', \";\" -- ;\n, 1 /* ; */", "do $x$ begin; end $x$");
        assertThat(splitter.rest()).containsExactly("select $1");
    }

    @Test
    void aStatementMayBeTypedInSeveralLines() {
        assertThat(splitter.add("select 'a\n")).isEmpty();
        assertThat(splitter.pending()).isTrue();
        assertThat(splitter.add("b';\n")).containsExactly("select 'a\nb'");
    }

    @Test
    void textWithoutSemicolonIsTheRest() {
        assertThat(splitter.add("select 1")).isEmpty();
        assertThat(splitter.rest()).containsExactly("select 1");
        assertThat(splitter.rest()).isEmpty();
    }
}
