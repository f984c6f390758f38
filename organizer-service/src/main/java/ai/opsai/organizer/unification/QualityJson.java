package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.DataQuality;
import java.util.Collection;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The quality of each stream, with the number of rows it was measured on. */
final class QualityJson {

    private QualityJson() {}

    static ObjectNode of(Collection<TypedStream> streams) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (TypedStream stream : streams) {
            DataQuality quality = DataQuality.of(stream.stream().profile());
            json.putObject(stream.entity().toString())
                    .put("completeness", quality.completeness().percent())
                    .put("validity", quality.validity().percent())
                    .put("uniqueness", quality.uniqueness().percent())
                    .put("consistency", quality.consistency().percent())
                    .put("rows", quality.rows())
                    .put("exact", stream.stream().complete());
        }
        return json;
    }
}
