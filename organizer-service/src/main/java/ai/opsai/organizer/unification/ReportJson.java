package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.keys.Key;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.shape.FieldType;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the findings about streams as the sections of the offline document. */
final class ReportJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {}

    static ObjectNode entity(EntityKey key) {
        return JSON.objectNode().put("provider", key.provider()).put("entity", key.entity());
    }

    static ArrayNode primaryKeys(Collection<TypedStream> streams) {
        ArrayNode keys = JSON.arrayNode();
        streams.stream().map(TypedStream::key).filter(Key::isKnown).forEach(key -> {
            ObjectNode json = entity(key.entity());
            ArrayNode fields = json.putArray("fields");
            key.fields().forEach(field -> fields.add(field.toString()));
            json.put("confidence", Numbers.rounded(key.confidence())).put("basis", key.basis());
            key.evidence().forEach(json.putArray("evidence")::add);
            keys.add(json);
        });
        return keys;
    }

    static ArrayNode foreignKeys(List<Reference> references) {
        ArrayNode keys = JSON.arrayNode();
        references.forEach(reference -> {
            ObjectNode json = entity(reference.from())
                    .put("field", reference.path().toString())
                    .put("toProvider", reference.to().provider())
                    .put("toEntity", reference.to().entity())
                    .put("toField", reference.toPath().toString())
                    .put("status", reference.status().name().toLowerCase(Locale.ROOT))
                    .put("confidence", Numbers.rounded(reference.confidence()))
                    .put("basis", reference.basis())
                    .put("by", reference.by());
            reference.evidence().forEach(json.putArray("evidence")::add);
            keys.add(json);
        });
        return keys;
    }

    static ArrayNode fieldTypes(Collection<TypedStream> streams) {
        ArrayNode types = JSON.arrayNode();
        for (TypedStream stream : streams) {
            stream.types().forEach((path, type) -> types.add(fieldType(stream, path, type)));
        }
        return types;
    }

    private static ObjectNode fieldType(TypedStream stream, FieldPath path, FieldType type) {
        ObjectNode json = entity(stream.entity())
                .put("path", path.toString())
                .put("type", type.plain().id());
        if (type.meaning() != null) {
            json.put("semanticType", type.meaning().type().id());
        }
        return json.put("nullable", type.nullable()).put("confidence", Numbers.rounded(type.confidence()));
    }
}
