package ai.opsai.organizer.unification;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Probabilities as they are written: three places, so that equal decisions print equal bytes. */
public final class Numbers {

    private Numbers() {}

    public static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
    }
}
