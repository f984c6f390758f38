package ai.opsai.profile;

/**
 * What a share among the values seen allows to say of those nobody has seen: the lower bound at 95 %. Where no value
 * spoke against it, that is the rule of three (1 - 3/n); otherwise the bound of Wilson. Few values say little.
 */
public final class Confidence {

    private static final double Z = 1.96;

    private Confidence() {}

    public static double of(double share, long seen) {
        if (seen <= 0) {
            return 0;
        }
        if (share >= 1) {
            return 1 - RuleOfThree.upTo(seen);
        }
        double z2 = Z * Z;
        double spread = Z * Math.sqrt(share * (1 - share) / seen + z2 / (4.0 * seen * seen));
        return Math.max(0, (share + z2 / (2.0 * seen) - spread) / (1 + z2 / seen));
    }
}
