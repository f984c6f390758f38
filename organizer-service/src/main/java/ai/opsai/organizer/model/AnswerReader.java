package ai.opsai.organizer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer into proposals of the closed vocabulary. Texts are cut, cleaned of what can't be seen, and dropped
 * when they hold markup or a link: they will be shown to people.
 */
final class AnswerReader {

    private static final int LONGEST_ANSWER = 400_000;
    private static final int MOST_PROPOSALS = 1_000;
    private static final int LONGEST_TEXT = 300;
    private static final Pattern MARKUP =
            Pattern.compile("[<>\\[\\]`]|https?:|javascript:|data:", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> KINDS = Map.of(
            "meanings", "meaning",
            "primaryKeys", "primaryKey",
            "references", "reference",
            "columnMatches", "columnMatch",
            "descriptions", "describe");

    private final JsonMapper json;

    AnswerReader(JsonMapper json) {
        this.json = json;
    }

    /** @throws InvalidAnswer when it is not the JSON that was asked for */
    List<ObjectNode> read(@Nullable String answer) {
        if (answer == null) {
            throw new InvalidAnswer("there was no answer");
        }
        if (answer.length() > LONGEST_ANSWER) {
            throw new InvalidAnswer("the answer is too long");
        }
        JsonNode document = tree(answer);
        List<ObjectNode> proposals = new ArrayList<>();
        KINDS.keySet().stream().sorted().forEach(list -> add(document.path(list), KINDS.get(list), proposals));
        if (proposals.size() > MOST_PROPOSALS) {
            throw new InvalidAnswer("there are too many proposals");
        }
        return proposals;
    }

    private JsonNode tree(String answer) {
        try {
            JsonNode document = json.readTree(answer);
            for (String list : KINDS.keySet()) {
                if (!document.path(list).isArray()) {
                    throw new InvalidAnswer("the list " + list + " is missing");
                }
            }
            return document;
        } catch (JacksonException e) {
            throw new InvalidAnswer("it is no JSON");
        }
    }

    private void add(JsonNode list, @Nullable String kind, List<ObjectNode> proposals) {
        for (JsonNode item : list.values()) {
            if (!(item instanceof ObjectNode object)) {
                throw new InvalidAnswer("a proposal is no object");
            }
            ObjectNode proposal = json.createObjectNode().put("kind", kind);
            proposal.setAll(object);
            if (!proposal.has("description") || describes(proposal)) {
                proposals.add(proposal);
            }
        }
    }

    private static boolean describes(ObjectNode proposal) {
        String text = Masks.visible(proposal.path("description").asString("")).strip();
        if (text.isEmpty()
                || text.length() > LONGEST_TEXT
                || MARKUP.matcher(text).find()) {
            return false;
        }
        proposal.put("description", text);
        return true;
    }
}
