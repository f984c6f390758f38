package ai.opsai.sampler.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07.123456Z"), ZoneOffset.UTC);

    private static Scope scope() {
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("id", 7);
        record.put("name", "Ann O'Neil");
        record.put("nothing", null);
        record.put("list", new ArrayList<>(Arrays.asList(3, 1, 2)));
        record.put("rows", List.of(Map.of("k", "a", "n", 1), Map.of("k", "b", "n", 2)));
        return new Scope(
                Map.of("record", record, "config", Map.of("limit", "10"), "stream_slice", Map.of("p", "x")), CLOCK);
    }

    private static @Nullable Object evaluate(String template) {
        return Template.parse(template).evaluate(scope());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            {{ 1 + 2 * 3 }} ⇒ 7
            {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} ⇒ 3 -4 2
            {{ 7 / 2 }} ⇒ 3.5
            {{ 2 ** 10 }} ⇒ 1024
            {{ 'a' ~ 1 ~ none }} ⇒ a1None
            {{ 'ab' * 2 }} ⇒ abab
            {{ 1 < 2 <= 2 }} ⇒ True
            {{ 'b' in 'abc' and 4 not in record.list }} ⇒ True
            {{ 'x' if record.id == 7 else 'y' }} ⇒ x
            {{ record['list'][-1] }}{{ record.list[0] }} ⇒ 23
            {{ record.name[:3] }}{{ record.name[::-1][0:2] }} ⇒ Annli
            {{ record.list | sort | join('-') }} ⇒ 1-2-3
            {{ record.rows | map(attribute='n') | sum }} ⇒ 3
            {{ (record.rows | selectattr('k', '==', 'b') | first).n }} ⇒ 2
            {{ record.rows | length }} ⇒ 2
            {{ '%05.1f|%s' % (3.14159, 'x') }} ⇒ 003.1|x
            {{ '{} {b}'.format(1, b=2) }} ⇒ 1 2
            {{ 'A,B'.split(',')[1].lower() }} ⇒ b
            {{ stream_partition.p }}{{ stream_interval['p'] }} ⇒ xx
            {{ record.get('missing', 'd') }} ⇒ d
            {{ record.missing | default('d') }} ⇒ d
            {{ now_utc().strftime('%Y-%m-%d %H:%M') }} ⇒ 2026-03-04 05:06
            {{ (now_utc() - duration('P1M')).isoformat() }} ⇒ 2026-02-04T05:06:07.123456+00:00
            {{ day_delta(-1, format='%d.%m.%y') }} ⇒ 03.03.26
            {{ format_datetime('2024-01-02T03:04:05Z', '%s') }} ⇒ 1704164645
            {{ format_datetime(1704164645, '%Y') }} ⇒ 2024
            {{ format_datetime('02/01/2024', '%Y-%m-%d', '%d/%m/%Y') }} ⇒ 2024-01-02
            {{ timestamp('1970-01-02') | int }} ⇒ 86400
            {{ max(2, 10) }}{{ min([5, 4]) }} ⇒ 104
            {{ 'x' | hash('sha1') }} ⇒ 11f6ad8ec52a2984abaafd7c3b516503785c2072
            {{ 'user:pass' | base64encode }} ⇒ dXNlcjpwYXNz
            {{ 'a b/c' | urlencode }} ⇒ a%20b/c
            {{ 'id=42;' | regex_search('id=([0-9]+)') }} ⇒ 42
            {{ record.id is defined and record.nope is not defined }} ⇒ True
            {{ 3 is odd and 4 is even and 'x' is string }} ⇒ True
            {% for r in record.rows %}{{ loop.index }}{{ r.k }}{% endfor %} ⇒ 1a2b
            {% set n = namespace(t=0) %}{% for r in record.rows %}{% set n.t = n.t + r.n %}{% endfor %}{{ n.t }} ⇒ 3
            {% if record.id > 9 %}big{% elif record.id > 5 %}mid{% else %}small{% endif %} ⇒ mid
            a {#- nothing -#} b ⇒ ab
            """)
    void rendersAsPythonWould(String template, String expected) {
        assertThat(Texts.str(evaluate(template))).isEqualTo(expected);
    }

    @Test
    void renderedLiteralsBecomeValues() {
        assertThat(evaluate("{{ '5' }}")).isEqualTo(5L);
        assertThat(evaluate("007")).isEqualTo("007");
        assertThat(evaluate("1_000")).isEqualTo(1_000L);
        assertThat(evaluate("{{ [1, 'a', none, true] }}")).isEqualTo(Arrays.asList(1L, "a", null, true));
        assertThat(evaluate("{{ {'a': {'b': 1.5}} }}")).isEqualTo(Map.of("a", Map.of("b", 1.5)));
        assertThat(evaluate("{{ record.name }}")).isEqualTo("Ann O'Neil");
        assertThat(evaluate("'quoted'")).isEqualTo("quoted");
        assertThat(evaluate("2024-01-02")).isEqualTo("2024-01-02");
        assertThat(evaluate("1, 2")).isEqualTo(new Tuple(List.of(1L, 2L)));
        assertThat(evaluate("None")).isNull();
        assertThat(evaluate("")).isNull();
    }

    @Test
    void readingThroughAnUndefinedGivesNothingAndTypeErrorsGiveTheTemplateItself() {
        assertThat(evaluate("{{ record.a.b }}")).isNull();
        assertThat(evaluate("{{ record.nothing.get('x') }}")).isNull();
        assertThat(evaluate("{{ record.id + 'x' }}")).isEqualTo("{{ record.id + 'x' }}");
    }

    @Test
    void conditionsAreFalseForEverySpellingOfNothing() {
        for (String nothing :
                List.of("{{ '' }}", "{{ [] }}", "{{ {} }}", "{{ 0 }}", "False", "{{ record.nope }}", "")) {
            assertThat(Template.parse(nothing).test(scope())).as(nothing).isFalse();
        }
        assertThat(Template.parse("{{ record.id }}").test(scope())).isTrue();
    }

    @Test
    void undeclaredVariablesAndBrokenTemplatesAreErrors() {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate("{{ nowhere.x }}"));
        for (String broken :
                List.of("{{ 1 + }}", "{{ a", "{% if x %}", "{% endif %}", "{{ 'a }}", "{{ x | nope }}", "{# x")) {
            assertThatExceptionOfType(ExpressionException.class)
                    .as(broken)
                    .isThrownBy(() -> Template.parse(broken).evaluate(scope().with("x", "x")));
        }
    }

    @Test
    void noTemplateCanRunForEverOrGrowWithoutBounds() {
        String nested = "{{ " + "(".repeat(500) + "1" + ")".repeat(500) + " }}";
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate(nested));
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate("{{ 'x' * 100000000 }}"));
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate("{{ 9 ** 99999 }}"));
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate("""
                {% set l = [0] * 1000 %}{% for a in l %}{% for b in l %}{{ a + b }}{% endfor %}{% endfor %}"""));
    }

    @Test
    void nothingOfTheProcessCanBeReached() {
        assertThat(evaluate("{{ record.__class__ }}")).isNull();
        assertThat(evaluate("{{ ''.getClass }}")).isNull();
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evaluate("{{ range(10) }}"));
    }
}
