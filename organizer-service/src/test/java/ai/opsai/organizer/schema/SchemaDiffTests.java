package ai.opsai.organizer.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaDiffTests {

    private static final String ONE =
            "{'orders': {'fields': {'id': {'type': 'UUID', 'primary': true}, 'total': {'type': 'BIGINT', 'confidence': 0.9}}}}";

    @Test
    void sameDesignHasNoChanges() {
        assertThat(kinds(ONE, "[]", ONE, "[]")).isEmpty();
    }

    @Test
    void howSureADesignIsIsNoChange() {
        assertThat(kinds(ONE, "[]", ONE.replace("0.9", "0.99"), "[]")).isEmpty();
    }

    @Test
    void newEntityAndFieldBreakNothing() {
        String more =
                "{'orders': {'fields': {'id': {'type': 'UUID', 'primary': true}, 'total': {'type': 'BIGINT'}, 'note': {'type': 'TEXT'}}}, 'people': {'fields': {}}}";
        List<SchemaChange> changes = changes(ONE, "[]", more, "[]");
        assertThat(changes).extracting(SchemaChange::kind).containsExactly("field_added", "entity_added");
        assertThat(changes).noneMatch(SchemaChange::breaking);
    }

    @Test
    void removedEntityFieldAndOtherTypeBreak() {
        List<SchemaChange> changes = changes(ONE, "[]", "{'orders': {'fields': {'total': {'type': 'TEXT'}}}}", "[]");
        assertThat(changes).extracting(SchemaChange::kind).containsExactly("field_removed", "field_type_changed");
        assertThat(changes).allMatch(SchemaChange::breaking);
        assertThat(changes.getLast().before()).isEqualTo("BIGINT");
        assertThat(changes.getLast().after()).isEqualTo("TEXT");
        assertThat(kinds(ONE, "[]", "{}", "[]")).containsExactly("entity_removed");
    }

    @Test
    void relationshipsComeGoAndChangeTheirStatus() {
        String suggested =
                "[{'from': 'orders', 'to': 'people', 'field': 'person_id', 'toField': 'id', 'status': 'suggested'}]";
        String confirmed = suggested.replace("suggested", "confirmed");
        assertThat(kinds(ONE, "[]", ONE, suggested)).containsExactly("relationship_added");
        assertThat(kinds(ONE, suggested, ONE, confirmed)).containsExactly("relationship_status_changed");
        assertThat(changes(ONE, confirmed, ONE, "[]")).singleElement().satisfies(change -> {
            assertThat(change.breaking()).isTrue();
            assertThat(change.message()).isEqualTo("Relationship orders.person_id → people.id is gone");
        });
    }

    private static List<String> kinds(String entities, String relations, String newEntities, String newRelations) {
        return changes(entities, relations, newEntities, newRelations).stream()
                .map(SchemaChange::kind)
                .toList();
    }

    private static List<SchemaChange> changes(
            String entities, String relations, String newEntities, String newRelations) {
        return SchemaDiff.between(json(entities), json(relations), json(newEntities), json(newRelations));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
