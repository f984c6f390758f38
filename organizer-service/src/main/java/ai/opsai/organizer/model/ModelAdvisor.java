package ai.opsai.organizer.model;

import ai.opsai.organizer.unification.Sample;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks a model, at most twice: a second time when the first answer could not be read. Never fails. */
final class ModelAdvisor implements SchemaAdvisor {

    static final String UNAVAILABLE = "llm_unavailable";
    static final String INVALID = "llm_invalid_output";
    static final String OVER_BUDGET = "llm_budget_exceeded";

    private static final Logger log = LoggerFactory.getLogger(ModelAdvisor.class);

    private final ChatModel model;
    private final Questions questions;
    private final AnswerReader reader;
    private final ModelAnswers answers;
    private final ModelBudget budget;

    ModelAdvisor(ChatModel model, Questions questions, AnswerReader reader, ModelAnswers answers, ModelBudget budget) {
        this.model = model;
        this.questions = questions;
        this.reader = reader;
        this.answers = answers;
        this.budget = budget;
    }

    @Override
    public Advice advise(String tenantId, List<Sample> samples) {
        Question question = questions.about(samples);
        String hash = question.hash(model.name());
        Optional<String> known = answers.find(tenantId, hash);
        if (known.isPresent()) {
            return new Advice(reader.read(known.get()), hash, null);
        }
        if (!budget.allows(question, answers.lately(tenantId))) {
            return Advice.refused(hash, OVER_BUDGET);
        }
        return asked(tenantId, question, hash);
    }

    private Advice asked(String tenantId, Question question, String hash) {
        try {
            String first = ask(question, question.samples());
            try {
                return advice(tenantId, first, hash);
            } catch (InvalidAnswer e) {
                log.info("The model's answer can't be used: {}; asking once more", e.getMessage());
                String repair = question.samples() + "\n\nYour last answer could not be used: " + e.getMessage()
                        + ". Answer with the JSON object alone.";
                return advice(tenantId, ask(question, repair), hash);
            }
        } catch (InvalidAnswer e) {
            log.warn("The model's answer can't be used, the result is deterministic: {}", e.getMessage());
            return Advice.refused(hash, INVALID);
        } catch (ModelUnavailable e) {
            log.warn("The model did not answer, the result is deterministic: {}", e.getMessage());
            return Advice.refused(hash, UNAVAILABLE);
        }
    }

    private @Nullable String ask(Question question, String input) {
        return model.ask(question.instructions(), input, question.schema());
    }

    private Advice advice(String tenantId, @Nullable String answer, String hash) {
        List<ObjectNode> proposals = reader.read(answer);
        if (answer != null) {
            answers.keep(tenantId, hash, answer);
        }
        return new Advice(proposals, hash, null);
    }
}
