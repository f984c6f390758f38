package ai.opsai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RowsDetailTests {

    private static RowsDetail rows(String... rows) {
        List<JsonNode> nodes = new ArrayList<>();
        for (String row : rows) {
            nodes.add(JsonMapper.shared().readTree(row.replace('\'', '"')));
        }
        return RowsDetail.of(nodes);
    }

    /** The same value many times, so that it is the values that speak. */
    private static RowsDetail many(String field, String value) {
        return rows(
                Collections.nCopies(100, "{'" + field + "':'" + value + "'}").toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | int32",
                "1 | 3000000000 | int64",
                "1 | 123456789012345678901 | decimal(21,0)",
                "1 | 2.50 | decimal(2,1)",
                "0.001 | 1234 | decimal(7,3)",
                "true | false | boolean",
                "true | 1 | int32",
                "null | '' | nothing",
                "1 | 'x' | text",
                "'2024-01-02' | '2024-01-03' | date",
                "'2024-01-02' | '2024-01-02T03:04:05Z' | timestamp",
                "'2024-01-02' | 'soon' | text",
                "'2024-01-02' | 5 | text",
                "{'x':1} | {'x':2} | object",
                "{'x':1} | 'cus_1' | mixed",
                "[1] | null | array"
            },
            quoteCharacter = '\u0001')
    void typesWiden(String first, String second, String type) {
        RowsDetail rows = rows("{'f':" + first + "}", "{'f':" + second + "}");
        FieldPath path = FieldPath.of("f");

        assertThat(WideningTypes.written(rows.profile().at(path), rows.at(path)))
                .isEqualTo(type);
    }

    @Test
    void shapesTellCodesApart() {
        assertThat(TextShape.of("AB-2041")).isEqualTo("A+-9999");
        assertThat(TextShape.of("Ada Lovelace")).isEqualTo("Aa+ Aa+");
        assertThat(TextShape.of("2024-03-01")).isEqualTo("9999-99-99");
        assertThat(TextShape.of("4111111111111111")).isEqualTo("9+");
        assertThat(TextShape.of("x".repeat(65))).isEqualTo("…");
    }

    @Test
    void countsAreRankedAndLetGoPastTheBound() {
        RowsDetail few = rows("{'s':'open'}", "{'s':'won'}", "{'s':'open'}", "{'s':'lost'}");
        String[] different = new String[Counts.BOUND + 1];
        java.util.Arrays.setAll(different, i -> "{'s':'v" + i + "'}");

        assertThat(few.at(FieldPath.of("s")).values().ranked())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue())
                .containsExactly("open=2", "lost=1", "won=1");
        assertThat(rows(different).at(FieldPath.of("s")).values())
                .isEqualTo(new Counts(new java.util.TreeMap<>(), true));
    }

    @Test
    void momentsAreReadWhateverTheirOffset() {
        assertThat(Moments.of("2024-03-01")).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(Moments.of("2024-03-01T10:00:00.5+0200")).isEqualTo(Instant.parse("2024-03-01T08:00:00.5Z"));
        assertThat(Moments.of("2024-03-01 10:00 UTC")).isEqualTo(Instant.parse("2024-03-01T10:00:00Z"));
        assertThat(Moments.of("2024-03-01T10:00:00-03")).isEqualTo(Instant.parse("2024-03-01T13:00:00Z"));
        assertThat(Moments.of("2024-03-01T25:00:00Z")).isNull();
    }

    @Test
    void freshnessIsThatOfTheLastChange() {
        RowsDetail rows = rows(
                "{'created_at':'2020-01-01','updated_at':'2024-02-01T00:00:00Z'}",
                "{'created_at':'2019-01-01','updated_at':'2024-03-01T00:00:00+01:00'}",
                "{'created_at':'2021-01-01','updated_at':null}");

        assertThat(Freshness.of(rows)).hasValueSatisfying(fresh -> {
            assertThat(fresh.field()).isEqualTo(FieldPath.of("updated_at"));
            assertThat(fresh.period().oldest()).isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
            assertThat(fresh.period().newest()).isEqualTo(Instant.parse("2024-02-29T23:00:00Z"));
            assertThat(fresh.rows()).isEqualTo(2);
        });
        assertThat(Freshness.of(rows("{'created':1674485468}")))
                .hasValueSatisfying(
                        fresh -> assertThat(fresh.period().newest()).isEqualTo(Instant.parse("2023-01-23T14:51:08Z")));
        assertThat(Freshness.of(rows("{'updated_by':'ada','day':'2024-01-01'}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contact,ada@mail.example,EMAIL",
        "phone,+49 30 1234567,PHONE",
        "first_name,Ada,NAME",
        "zip,02134,ADDRESS",
        "birthday,1990-01-02,BIRTH_DATE",
        "client,192.168.7.13,IP_ADDRESS",
        "client,2001:db8::8a2e:370:7334,IP_ADDRESS",
        "account,DE89 3704 0044 0532 0130 00,BANK_ACCOUNT",
        "number,4111 1111 1111 1111,PAYMENT_CARD",
        "field_1,078-05-1120,GOVERNMENT_ID",
        "blood_type,AB,HEALTH",
        "gender,female,GENDER",
        "login,ada,ONLINE_ID"
    })
    void personalDataIsTold(String field, String value, PersonalCategory category) {
        assertThat(mark(field, value)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "account,DE88370400440532013000",
        "number,4111111111111112",
        "version,1.2.3.400",
        "repository_name,opsai",
        "name,opsai",
        "order_number,2024000123",
        "email,none",
        "email_count,3",
        "state,open",
        "shipping,AB-2041"
    })
    void otherDataIsNot(String field, String value) {
        assertThat(mark(field, value)).isNull();
    }

    private static @Nullable PersonalCategory mark(String field, String value) {
        PersonalData.Mark mark = PersonalData.of(FieldPath.of(field), "", many(field, value));
        return mark == null ? null : mark.category();
    }

    @Test
    void namesThatPeopleGaveAndNeighboursCountToo() {
        RowsDetail custom = many("customfield_10020", "1990-01-02");
        RowsDetail person = rows("{'name':'Ada','email':'ada@mail.example'}");

        assertThat(PersonalData.of(FieldPath.of("customfield_10020"), "", custom))
                .isNull();
        assertThat(PersonalData.of(FieldPath.of("customfield_10020"), "Date of birth", custom))
                .isEqualTo(new PersonalData.Mark(PersonalCategory.BIRTH_DATE, 0.8));
        assertThat(PersonalData.of(FieldPath.of("name"), "", person))
                .isEqualTo(new PersonalData.Mark(PersonalCategory.NAME, 0.8));
    }

    @Test
    void fewValuesSayLessThanMany() {
        RowsDetail few = rows("{'x':'ada@mail.example'}");

        assertThat(PersonalData.of(FieldPath.of("x"), "", few)).isNull();
        assertThat(Confidence.of(1, 3)).isZero();
        assertThat(Confidence.of(1, 300)).isEqualTo(0.99);
        assertThat(Confidence.of(0.5, 100)).isBetween(0.40, 0.41);
    }

    @Test
    void validityCountsWhatDoesNotFitTheForm() {
        String[] rows = new String[20];
        java.util.Arrays.setAll(
                rows,
                i -> i % 5 == 0 ? "{'id':" + i + ",'contact':'none'}" : "{'id':" + i + ",'contact':'a@b.example'}");
        DataQuality quality = DataQuality.of(rows(rows).profile());

        assertThat(quality.validity().percent()).isEqualTo(80.0);
        assertThat(quality.validity().of()).isEqualTo(20);
        assertThat(quality.completeness().of()).isEqualTo(40);
        assertThat(quality.uniqueness()).isEqualTo(new DataQuality.Measure(20, 20));
    }
}
