package ai.opsai.organizer.unification;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The decisions behind a design, each with its confidence and evidence; the sections of the offline document. */
public record Report(
        ArrayNode primaryKeys,
        ArrayNode foreignKeys,
        ArrayNode fieldTypes,
        ArrayNode columnMatches,
        ArrayNode links,
        ArrayNode review,
        ObjectNode quality) {}
