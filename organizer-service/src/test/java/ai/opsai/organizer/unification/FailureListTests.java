package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What other engines are known to get wrong with real payloads. */
final class FailureListTests {

    @Test
    void wholeAndBrokenNumbersAreOneNumberType() {
        EngineResult result =
                World.of("p", "things", "{'id':1,'n':1}", "{'id':2,'n':1.5}").organize();

        assertThat(type(result, "n")).isEqualTo("number");
    }

    @Test
    void integersBeyondDoublesKeepEveryDigit() {
        EngineResult result = World.of("p", "things", "{'id':9007199254740993}", "{'id':9007199254740992}")
                .organize();

        assertThat(result.rows()).extracting(OrganizedRow::entityId).contains("9007199254740993", "9007199254740992");
    }

    @Test
    void numbersBeyondLongAreNumeric() {
        EngineResult result =
                World.of("p", "things", "{'id':1,'n':99999999999999999999}").organize();

        assertThat(field(result, "p_things", "n").path("type").asString()).isEqualTo("NUMERIC");
    }

    @Test
    void idsAsTextAndAsNumberReferToEachOther() {
        EngineResult result = World.of("p", "contacts", "{'id':'730101'}", "{'id':'730102'}", "{'id':'730103'}")
                .with("p", "deals", "{'id':1,'contact_id':730101}", "{'id':2,'contact_id':730103}")
                .organize();

        assertThat(result.report().foreignKeys().toString())
                .contains("\"field\":\"contact_id\"")
                .contains("\"status\":\"confirmed\"");
    }

    @Test
    void emptyTextIsNoValue() {
        EngineResult result = World.of("p", "things", "{'id':1,'at':''}", "{'id':2,'at':'2024-03-01T10:00:00Z'}")
                .organize();

        assertThat(field(result, "p_things", "at").path("type").asString()).isEqualTo("TIMESTAMPTZ");
        assertThat(result.rows().getFirst().data().has("at")).isFalse();
    }

    @Test
    void keysThatAreDataMakeAMapAndNoColumns() {
        EngineResult result = World.of(
                        "p",
                        "plans",
                        "{'id':1,'prices':{'USD':10.5,'EUR':9}}",
                        "{'id':2,'prices':{'SEK':310,'GBP':25.5}}")
                .organize();

        assertThat(type(result, "prices")).isEqualTo("map");
        assertThat(result.entities().path("p_plans").path("fields").propertyNames())
                .containsExactly("id", "prices");
    }

    @Test
    void anIdOrTheObjectItselfIsOneReference() {
        EngineResult result = World.of(
                        "p", "customers", "{'id':'cus_91x','name':'Bo'}", "{'id':'cus_92y','name':'Ada'}")
                .with(
                        "p",
                        "charges",
                        "{'id':'ch_1','customer':'cus_91x'}",
                        "{'id':'ch_2','customer':{'id':'cus_92y','name':'Ada'}}")
                .organize();

        assertThat(result.rows().stream()
                        .filter(row -> row.entityType().equals("p_charges"))
                        .map(row -> row.data().path("customer").asString()))
                .containsExactlyInAnyOrder("cus_91x", "cus_92y");
    }

    @Test
    void anEntityEmbeddedAtSeveralPlacesBecomesOneTable() {
        EngineResult result = World.of(
                        "p",
                        "tickets",
                        "{'id':9001,'author':{'id':4417,'name':'Ada','email':'ada@mail.example'},'reviewer':{'id':5120,'name':'Bo'}}",
                        "{'id':9002,'author':{'id':5120,'name':'Bo','email':'bo@mail.example'},'reviewer':{'id':4417,'name':'Ada'}}")
                .organize();

        assertThat(result.counts()).containsEntry("p_people", 2L);
        assertThat(result.rows().stream().filter(row -> row.entityType().equals("p_people")))
                .allMatch(row -> row.data().has("email"));
    }

    @Test
    void arraysOfArraysStayDocuments() {
        EngineResult result =
                World.of("p", "shapes", "{'id':1,'points':[[1,2],[3,4]]}").organize();

        assertThat(field(result, "p_shapes", "points").path("type").asString()).isEqualTo("JSONB");
    }

    @Test
    void namesThatCollideOrDoNotFitBecomeDistinctIdentifiers() {
        String longName = "x".repeat(80);
        EngineResult result = World.of(
                        "p",
                        "records",
                        "{'id':1,'Name':1,'name':2,'ship_to':3,'ship':{'to':4},'größe':5,'select':6,'日本':7,'%sa':8,'%sb':9}"
                                .formatted(longName, longName))
                .organize();

        assertThat(result.entities().path("p_records").path("fields").propertyNames())
                .hasSize(10)
                .allMatch(name -> name.matches("[a-z][a-z0-9_]{0,62}"))
                .contains("name", "name_2", "ship_to", "ship_to_2", "groesse".replace("oe", "o"), "select");
    }

    @Test
    void hostileNamesNeverLeaveTheirQuotes() {
        EngineResult result = World.of("p", "records", "{'id':1,'x); drop table users; --':2}")
                .organize();

        assertThat(result.ddl()).contains("\"x_drop_table_users\"").doesNotContain("\"x);");
    }

    @Test
    void aTableWithoutKeyGetsOne() {
        EngineResult result =
                World.of("p", "log", "{'text':'a b'}", "{'text':'a b','n':1}").organize();

        assertThat(field(result, "p_log", "row_key").path("primary").asBoolean())
                .isTrue();
        assertThat(result.rows())
                .allMatch(row -> row.data().path("row_key").asString().equals(row.entityId()));
    }

    @Test
    void anEntityWithoutRowsIsATableWithoutFieldsButItsKey() {
        EngineResult result = World.of("p", "things").organize();

        assertThat(result.counts()).containsEntry("p_things", 0L);
    }

    private static JsonNode field(EngineResult result, String table, String field) {
        return result.entities().path(table).path("fields").path(field);
    }

    private static String type(EngineResult result, String path) {
        for (JsonNode type : result.report().fieldTypes().values()) {
            if (type.path("path").asString().equals(path)) {
                return type.path("type").asString();
            }
        }
        return "";
    }
}
