package ai.opsai.sampler.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every macro, filter, test, method, statement and date format that manifests use, by itself. */
class ConstructTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07.123456Z"), ZoneOffset.UTC);

    private static @Nullable Object evaluate(String template) {
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("id", 7L);
        record.put("name", "Ann");
        record.put("none", null);
        record.put("tags", new ArrayList<>(List.of("b", "a", "b")));
        record.put("rows", List.of(Map.of("k", "a", "n", 1L), Map.of("k", "b", "n", 2L)));
        return Template.parse(template).evaluate(new Scope(Map.of("record", record, "config", Map.of()), CLOCK));
    }

    private static void check(String template, String expected) {
        assertThat(Texts.str(evaluate(template))).as(template).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
        {{ now_utc() }} ⇒ 2026-03-04 05:06:07.123456+00:00
        {{ today_utc() }} ⇒ 2026-03-04
        {{ today_with_timezone('Asia/Tokyo') }} ⇒ 2026-03-04
        {{ day_delta(25) }} ⇒ 2026-03-29T05:06:07.123456+0000
        {{ day_delta(-4, format='%Y-%m-%d') }} ⇒ 2026-02-28
        {{ now_utc() + duration('P1DT2H') }} ⇒ 2026-03-05 07:06:07.123456+00:00
        {{ duration('PT90M') }} ⇒ 1:30:00
        {{ timestamp('2024-01-02T03:04:05Z') }} ⇒ 1704164645.0
        {{ timestamp(12) }} ⇒ 12
        {{ max(2, 3) }} {{ max([4, 1]) }} {{ min(2, 3) }} {{ min([4, 1]) }} ⇒ 3 4 2 1
        {{ str_to_datetime('2024-01-02') }} ⇒ 2024-01-02 00:00:00+00:00
        {{ str_to_datetime('2024-01-02T03:04:05+02:00').isoformat() }} ⇒ 2024-01-02T01:04:05+00:00
        {{ sanitize_url('https://a.example/x y') }} ⇒ https%3A%2F%2Fa.example%2Fx+y
        {{ camel_case_to_snake_case('fooBarBAZ') }} ⇒ foo_bar_baz
        {{ generate_uuid() | length }} ⇒ 36
        """)
    void macros(String template, String expected) {
        check(template, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
        {{ '12' | int + 1 }}{{ 'x' | int }}{{ 'x' | int(9) }}{{ 3.9 | int }} ⇒ 13093
        {{ '1.50' | float }} {{ 'x' | float }} ⇒ 1.5 0.0
        {{ 'a-12-b' | regex_search('([0-9]+)') }} ⇒ 12
        {{ 'a-12-b' | regex_replace('[0-9]+', '#') }} ⇒ a-#-b
        {{ record.tags | length }}{{ 'abc' | count }} ⇒ 33
        {{ record.rows | map(attribute='k') | list }} ⇒ ['a', 'b']
        {{ record.tags | map('upper') | join }} ⇒ BAB
        {{ record.rows | selectattr('n', 'gt', 1) | map(attribute='k') | first }} ⇒ b
        {{ 7 | string }} ⇒ 7
        {{ [1, 'a'] | string }} ⇒ [1, "a"]
        {{ 'x' | string }} ⇒ x
        {{ record.nope | default('d') }}{{ '' | default('e', true) }}{{ none | default('f') }} ⇒ deNone
        {{ record.tags | unique | list }} ⇒ ['b', 'a']
        {{ record.tags | first }}{{ record.tags | last }} ⇒ bb
        {{ [1, 2] | join(',') }} ⇒ (1, 2)
        {{ 'x' | hash('md5') }} ⇒ 9dd4e461268c8034f5c8564e155c67a6
        {{ 'x' | hash('md5', 'salt') }} ⇒ bd49351dc807a651d72a99386f347aff
        {{ 'what do ya want for nothing?' | hmac('Jefe', 'sha256') }} ⇒ 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
        {{ {'b': '<x>', 'a': [true, none]} | tojson }} ⇒ {"a": [true, null], "b": "\\u003cx\\u003e"}
        {{ 'a b&c' | urlencode }} ⇒ a%20b%26c
        {{ 'päß' | base64encode }} ⇒ cMOkw58=
        {{ 'cMOkw58=' | base64decode }} ⇒ päß
        {{ 'a.b.a' | replace('a', 'c') }}{{ 'AB' | lower }}{{ 'ab' | upper }} ⇒ c.b.cabAB
        """)
    void filters(String template, String expected) {
        check(template, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
        {{ record.none is none }}{{ record.id is none }} ⇒ TrueFalse
        {{ false is false }}{{ 0 is false }}{{ true is true }} ⇒ TrueFalseTrue
        {{ record.id is defined }}{{ record.nope is defined }}{{ record.nope is not defined }} ⇒ TrueFalseTrue
        {{ 'x' is string }}{{ 1 is string }} ⇒ TrueFalse
        {{ not record.nope }}{{ not record.id }} ⇒ TrueFalse
        """)
    void testsAndNegations(String template, String expected) {
        check(template, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
        {{ now_utc().strftime('%d/%m/%y %H:%M:%S.%f %z %j %b %A %p %I') }} ⇒ 04/03/26 05:06:07.123456 +0000 063 Mar Wednesday AM 05
        {{ record.get('name') }}{{ record.get('nope') }}{{ record.get('nope', 'd') }}{{ record.get('none', 'd') }} ⇒ AnnNonedNone
        {{ 'a,b,c'.split(',')[-1] }}{{ 'a  b'.split() | length }}{{ 'a,b,c'.split(',', 1)[1] }} ⇒ c2b,c
        {{ '-'.join(record.tags) }} ⇒ b-a-b
        {{ 'aXbX'.replace('X', '.') }}{{ 'aa'.replace('a', 'b', 1) }} ⇒ a.b.ba
        {{ '  x '.strip() }}{{ 'xxax'.rstrip('x') }}{{ 'xxax'.lstrip('x') }} ⇒ xxxaax
        {{ 'Abc'.startswith('A') }}{{ 'Abc'.endswith('A') }}{{ 'Abc'.lower() }}{{ 'Abc'.upper() }} ⇒ TrueFalseabcABC
        {{ now_utc().isoformat() }} ⇒ 2026-03-04T05:06:07.123456+00:00
        {{ now_utc().isoformat(' ', 'milliseconds') }} ⇒ 2026-03-04 05:06:07.123+00:00
        {{ now_utc().isoformat('T', 'seconds') }} ⇒ 2026-03-04T05:06:07+00:00
        {{ now_utc().isoformat('T', timespec='minutes') }} ⇒ 2026-03-04T05:06+00:00
        {{ now_utc().isoformat('T', 'hours') }} ⇒ 2026-03-04T05+00:00
        {{ '{}-{b}'.format(1, b=2) }} ⇒ 1-2
        {% set l = [] %}{% set _ = l.append(4) %}{{ l | length }} ⇒ 1
        {% set d = {} %}{% set _ = d.update({'k': 'v'}) %}{{ d.k }} ⇒ v
        {% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %} ⇒ a1
        """)
    void methods(String template, String expected) {
        check(template, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
        {{ format_datetime('2024-01-02T03:04:05.678901Z', '%s') }} ⇒ 1704164645
        {{ format_datetime('2024-01-02T03:04:05.678901Z', '%ms') }} ⇒ 1704164645678
        {{ format_datetime('2024-01-02T03:04:05.678901Z', '%epoch_microseconds') }} ⇒ 1704164645678901
        {{ format_datetime('2024-01-02T03:04:05.678901Z', '%s_as_float') }} ⇒ 1704164645.678901
        {{ format_datetime('2024-01-02T03:04:05.678901Z', '%Y-%m-%dT%H:%M:%S.%_msZ') }} ⇒ 2024-01-02T03:04:05.678Z
        {{ format_datetime('2024-01-02', 'year %Y') }} ⇒ year 2024
        {{ format_datetime('1704164645678', '%Y-%m-%d', '%ms') }} ⇒ 2024-01-02
        {{ format_datetime('1704164645', '%Y-%m-%d', '%s') }} ⇒ 2024-01-02
        {{ format_datetime('1704164645678901', '%Y-%m-%d', '%epoch_microseconds') }} ⇒ 2024-01-02
        {{ format_datetime('02 Jan 2024 03:04', 'at %H.%M', '%d %b %Y %H:%M') }} ⇒ at 03.04
        """)
    void dateFormats(String template, String expected) {
        check(template, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ record.id + 'x' }}",
                "{{ record.name - 1 }}",
                "{{ record.none + 1 }}",
                "{{ record.tags < 3 }}",
                "{{ ','.join([1]) }}",
                "{{ record.nope | string }}"
            })
    void typeErrorsGiveTheTemplateItself(String template) {
        assertThat(evaluate(template)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ record.a.b }}",
                "{{ record['a']['b'] }}",
                "{{ record.none.x.y }}",
                "{{ record.a.b or 'x' }}",
                "pre {{ record.a.b }} post",
                "{{ record.nope | int }}"
            })
    void whatReadsThroughAnUndefinedIsNothing(String template) {
        assertThat(evaluate(template)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ nowhere }}",
                "{{ json_loads('{}') }}",
                "{{ record | nope }}",
                "{{ record is nope }}",
                "{{ range(3) }}",
                "{% macro m() %}{% endmacro %}",
                "{% block b %}{% endblock %}",
                "{% include 'x' %}",
                "{% for x in record.tags %}{% break %}{% endfor %}"
            })
    void whatIsNotOfTheLanguageIsAnError(String template) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate(template));
    }
}
