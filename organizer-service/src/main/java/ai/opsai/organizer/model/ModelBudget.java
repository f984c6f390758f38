package ai.opsai.organizer.model;

import org.springframework.core.env.Environment;

/** What a tenant's questions may cost: how long one may be, and how many there may be within a day. */
record ModelBudget(int charactersPerQuestion, int answersPerDay) {

    static ModelBudget of(Environment environment) {
        return new ModelBudget(
                environment.getProperty("opsai.model.characters-per-question", Integer.class, 120_000),
                environment.getProperty("opsai.model.answers-per-day", Integer.class, 100));
    }

    boolean allows(Question question, int answersLately) {
        int length = question.instructions().length() + question.samples().length();
        return length <= charactersPerQuestion && answersLately < answersPerDay;
    }
}
