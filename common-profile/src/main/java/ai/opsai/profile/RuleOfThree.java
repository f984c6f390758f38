package ai.opsai.profile;

/** After n trials without a failure, up to 3/n failures are possible at 95 % confidence. */
public final class RuleOfThree {

    private RuleOfThree() {}

    public static double upTo(long trials) {
        return trials <= 0 ? 1 : Math.min(1, 3.0 / trials);
    }
}
