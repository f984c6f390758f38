package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

final class CorrectionTests {

    private static final World WORLD = World.of("p", "contacts", "{'id':730101}", "{'id':730102}")
            .with("p", "deals", "{'id':1,'contact_id':730101}", "{'id':2,'contact_id':730102}");

    @Test
    void aRenamedFieldIsRenamedEverywhere() {
        EngineResult result = organize(Correction.Kind.RENAME, "{'entity':'p_deals','field':'contact_id'}", "buyer_id");

        assertThat(result.entities().path("p_deals").path("fields").propertyNames())
                .contains("buyer_id")
                .doesNotContain("contact_id");
        assertThat(result.relationships().path(0).path("field").asString()).isEqualTo("buyer_id");
        assertThat(result.rows().stream().filter(row -> row.entityType().equals("p_deals")))
                .allMatch(row -> row.data().has("buyer_id"));
    }

    @Test
    void aNameThatIsNoIdentifierChangesNothing() {
        EngineResult result = organize(Correction.Kind.RENAME, "{'entity':'p_deals','field':'contact_id'}", "x; drop");

        assertThat(result.fingerprint()).isEqualTo(WORLD.organize().fingerprint());
    }

    @Test
    void aPersonConfirmsAndRejectsRelationships() {
        String target = "{'from':'p_deals','field':'contact_id','to':'p_contacts'}";

        JsonNode confirmed =
                organize(Correction.Kind.CONFIRM, target, "").relationships().path(0);
        assertThat(confirmed.path("basis").asString()).isEqualTo("confirmed-by-user");
        assertThat(organize(Correction.Kind.REJECT, target, "").relationships().isEmpty())
                .isTrue();
    }

    private static EngineResult organize(Correction.Kind kind, String target, String value) {
        Correction correction =
                new Correction("1", kind, World.json(target), JsonNodeFactory.instance.stringNode(value));
        return UnificationEngine.organize(new EngineInput(
                WORLD.samples(), List.of(correction), List.of(), EarlierLinks.NONE, EngineOptions.DEFAULT));
    }
}
