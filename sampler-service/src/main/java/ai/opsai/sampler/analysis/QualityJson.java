package ai.opsai.sampler.analysis;

import ai.opsai.profile.DataQuality;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The four numbers, and what each was measured on. */
final class QualityJson {

    private QualityJson() {}

    static ObjectNode of(DataQuality quality) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("completeness", quality.completeness().percent())
                .put("validity", quality.validity().percent())
                .put("uniqueness", quality.uniqueness().percent())
                .put("consistency", quality.consistency().percent())
                .put("rows", quality.rows());
        node.putObject("n")
                .put("completeness", quality.completeness().of())
                .put("validity", quality.validity().of())
                .put("uniqueness", quality.uniqueness().of())
                .put("consistency", quality.consistency().of());
        return node;
    }
}
