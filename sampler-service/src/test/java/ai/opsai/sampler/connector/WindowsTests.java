package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of time that requests name. The clock stands at 2026-03-04T05:06:07Z. */
class WindowsTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void oneSpanFromTheStartToNowWhereNoStepIsNamed() {
        assertThat(requested(Map.of("start", "2026-01-01T00:00:00Z"), """
                type: DatetimeBasedCursor
                cursor_field: updated
                datetime_format: "%Y-%m-%dT%H:%M:%SZ"
                start_datetime: "{{ config['start'] }}"
                start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: since}
                end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: until}
                lookback_window: P3D
                """))
                .containsExactly(
                        "/things/2026-01-01T00:00:00Z?since=2026-01-01T00%3A00%3A00Z&until=2026-03-04T05%3A06%3A07Z");
    }

    @Test
    void stepsAreReadNewestFirstAndDoNotOverlap() {
        assertThat(requested(Map.of("start", "2026-02-20"), """
                type: DatetimeBasedCursor
                cursor_field: updated
                datetime_format: "%Y-%m-%d"
                start_datetime: {type: MinMaxDatetime, datetime: "{{ config['start'] }}", datetime_format: "%Y-%m-%d"}
                step: P1W
                cursor_granularity: P1D
                end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: until}
                """))
                .containsExactly("/things/2026-02-27?until=2026-03-04", "/things/2026-02-20?until=2026-02-26");
    }

    @Test
    void boundsAreKeptAndMomentsAreWrittenInTheFormatOfTheManifest() {
        assertThat(requested(Map.of(), """
                type: DatetimeBasedCursor
                cursor_field: updated
                datetime_format: "%ms"
                start_datetime:
                  datetime: "2020-01-01"
                  datetime_format: "%Y-%m-%d"
                  min_datetime: "2026-03-01"
                end_datetime:
                  datetime: "{{ now_utc() }}"
                  datetime_format: "%Y-%m-%d %H:%M:%S.%f%z"
                  max_datetime: "2026-03-02 00:00:00.000000+0000"
                partition_field_start: from
                end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: until}
                """, "from")).containsExactly("/things/1772323200000?until=1772409600000");
    }

    @Test
    void monthsAreCalendarMonths() {
        assertThat(requested(Map.of(), """
                type: DatetimeBasedCursor
                cursor_field: updated
                datetime_format: "%Y-%m-%d"
                start_datetime: "2026-01-31"
                step: P1M
                cursor_granularity: P1D
                """)).containsExactly("/things/2026-02-28", "/things/2026-01-31");
    }

    @Test
    void missingStartIsToldWithItsForm() {
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> requested(Map.of(), """
                        type: DatetimeBasedCursor
                        cursor_field: updated
                        datetime_format: "%Y-%m-%d"
                        start_datetime: "{{ config['start'] }}"
                        """))
                .withMessageContaining("needs a start date in the form %Y-%m-%d");
    }

    @Test
    void anEndlessCutIsRefused() {
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> requested(Map.of(), """
                        type: DatetimeBasedCursor
                        cursor_field: updated
                        datetime_format: "%Y-%m-%d"
                        start_datetime: "2020-01-01"
                        step: PT1S
                        cursor_granularity: PT1S
                        """))
                .withMessageContaining("too many spans");
    }

    private List<String> requested(Map<String, @Nullable Object> config, String cursor) {
        return requested(config, cursor, "start_time");
    }

    private List<String> requested(Map<String, @Nullable Object> config, String cursor, String field) {
        for (String day : List.of(
                "2026-01-01T00:00:00Z", "2026-02-27", "2026-02-20", "1772323200000", "2026-02-28", "2026-01-31")) {
            provider.on("/things/" + day, Reply.json("{\"items\":[]}"));
        }
        Connectors.readOwn("""
                streams:
                  - type: DeclarativeStream
                    name: things
                    retriever:
                      requester: {url_base: "%s", path: "/things/{{ stream_interval['%s'] }}"}
                      record_selector: {extractor: {field_path: [items]}}
                    incremental_sync:
                %s
                """.formatted(provider.url(), field, cursor.indent(6)), config);
        return provider.received().stream().map(Received::target).toList();
    }
}
