package ai.opsai.sampler.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Numbers {

    private Numbers() {}

    /** A share in percent with one digit. */
    static double percent(long part, long whole) {
        return rounded(whole == 0 ? 0 : 100.0 * part / whole, 1);
    }

    static double rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
