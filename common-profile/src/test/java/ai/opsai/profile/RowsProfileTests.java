package ai.opsai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RowsProfileTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void countsKindsBlanksAndMissingKeysPathByPath() {
        RowsProfile profile =
                profile("{'id':1,'user':{'login':'ada'},'tags':['x','y']}", "{'id':'2','user':null}", "{'id':''}");

        assertThat(profile.rows()).isEqualTo(3);
        assertThat(profile.at(FieldPath.of("id")).count(JsonKind.INTEGER)).isEqualTo(1);
        assertThat(profile.at(FieldPath.of("id")).blanks()).isEqualTo(1);
        assertThat(profile.missing(FieldPath.of("user"))).isEqualTo(1);
        assertThat(profile.places(FieldPath.of("user", "login"))).isEqualTo(1);
        assertThat(profile.at(FieldPath.of("tags").element()).distinct().sorted())
                .containsExactly("x", "y");
    }

    @Test
    void aNumberAndItsTextAreOneDistinctValue() {
        ValueProfile ids = profile("{'id':42}", "{'id':'42'}", "{'id':42.0}").at(FieldPath.of("id"));

        assertThat(ids.distinct().count()).isEqualTo(1);
        assertThat(ids.isUnique()).isFalse();
    }

    @Test
    void mergingPartsInAnyOrderEqualsProfilingTheWhole() {
        List<JsonNode> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            rows.add(json("{'id':" + i + ",'a':" + (i % 3 == 0 ? "null" : "'v" + i % 5 + "'") + ",'n':{'d':" + i / 2.0
                    + "}}"));
        }
        RowsProfile whole = RowsProfile.of(rows);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            int cut = random.nextInt(rows.size());
            RowsProfile left = RowsProfile.of(rows.subList(0, cut));
            RowsProfile right = RowsProfile.of(rows.subList(cut, rows.size()));
            assertThat(left.merge(right)).isEqualTo(whole);
            assertThat(right.merge(left).merge(RowsProfile.EMPTY)).isEqualTo(whole);
        }
    }

    @Test
    void distinctValuesPastTheBoundAreAbsorbedWhateverTheGrouping() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= DistinctValues.BOUND; i++) {
            many.add("v" + i);
        }
        DistinctValues left = DistinctValues.of(many.subList(0, 60_000));
        DistinctValues right = DistinctValues.of(many.subList(50_000, many.size()));

        assertThat(left.merge(right)).isEqualTo(right.merge(left)).isEqualTo(DistinctValues.of(many));
        assertThat(left.merge(right).overflown()).isTrue();
        assertThat(left.merge(left)).isEqualTo(left);
    }

    @Test
    void aKeyWithADotIsNotANestedPath() {
        RowsProfile profile = profile("{'ship.to':1,'ship':{'to':2}}");

        assertThat(profile.fields().keySet())
                .extracting(FieldPath::toString)
                .containsExactly("\"ship.to\"", "ship", "ship.to");
    }

    @Test
    void namesTheTopLevelTypesOfASample() {
        assertThat(profile("{'a':1,'b':'x','c':true,'d':{},'e':[],'f':null}", "{'a':1.5,'b':2}")
                        .topLevelTypes())
                .containsEntry("a", "number")
                .containsEntry("b", "string")
                .containsEntry("c", "boolean")
                .containsEntry("d", "object")
                .containsEntry("e", "array")
                .containsEntry("f", "unknown");
    }

    @Test
    void keyCandidatesAreUniqueAndAlwaysFilled() {
        RowsProfile profile =
                profile("{'id':1,'name':'a','x':1}", "{'id':2,'name':'b','x':1}", "{'id':3,'name':null,'x':1}");

        assertThat(KeyCandidates.of(profile))
                .extracting(candidate -> candidate.path().toString())
                .containsExactly("id");
        assertThat(KeyCandidates.of(profile).getFirst().duplicatesUpTo()).isEqualTo(1.0);
    }

    @Test
    void qualityIsMeasuredFromTheRowsRead() {
        DataQuality quality = DataQuality.of(profile("{'id':1,'email':'ada@mail.example'}", "{'id':2,'email':null}"));

        assertThat(quality.completeness().percent()).isEqualTo(75.0);
        assertThat(quality.uniqueness().percent()).isEqualTo(100.0);
        assertThat(quality.consistency().percent()).isEqualTo(100.0);
        assertThat(quality.rows()).isEqualTo(2);
    }

    static RowsProfile profile(String... rows) {
        List<JsonNode> nodes = new ArrayList<>();
        for (String row : rows) {
            nodes.add(json(row));
        }
        return RowsProfile.of(nodes);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
