package ai.opsai.organizer.unification.references;

/**
 * What a model's word is worth: at most two in log odds, and nothing where the values fail. It can tip a decision that
 * the data leave open; it cannot make one.
 */
final class ModelPrior {

    private static final double MOST = 2;

    private ModelPrior() {}

    static double of(ValueEvidence values) {
        boolean borneOut = values.weight() > 0 && values.found() * 2 >= values.values();
        return borneOut ? MOST : 0;
    }
}
