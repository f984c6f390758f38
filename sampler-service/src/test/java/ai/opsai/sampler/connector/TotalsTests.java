package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTests {

    private static final String LAST = "<https://api.example.com/things?page=2&per_page=1>; rel=\"next\", "
            + "<https://api.example.com/things?page=240&per_page=1>; rel=\"last\"";

    @Test
    void aTotalStandsInTheBodyInAHeaderOrInTheLinkToTheLastPage() {
        var answer = new Answer(
                200, Map.of("x-total", List.of("12"), "link", List.of(LAST)), Map.of("paging", Map.of("total", 7)));

        assertThat(Totals.of(new Total.Body(List.of("paging", "total")), answer))
                .isEqualTo(7);
        assertThat(Totals.of(new Total.Header("X-Total"), answer)).isEqualTo(12);
        assertThat(Totals.of(new Total.LastPage("page"), answer)).isEqualTo(240);
    }

    @Test
    void whatIsNoCountIsNone() {
        var answer = new Answer(200, Map.of("x-total", List.of("many")), Map.of("total", -1));

        assertThat(Totals.of(new Total.Body(List.of("total")), answer)).isNull();
        assertThat(Totals.of(new Total.Body(List.of("nowhere")), answer)).isNull();
        assertThat(Totals.of(new Total.Header("X-Total"), answer)).isNull();
        assertThat(Totals.of(new Total.LastPage("page"), answer)).isNull();
    }
}
