package ai.opsai.profile;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** One text for one scalar, whatever kind wrote it: the id 42 and the id "42" are the same value. */
public final class Scalars {

    private Scalars() {}

    /** The canonical text of a string, number or boolean. */
    public static String text(JsonNode scalar) {
        if (scalar.isString()) {
            return scalar.stringValue();
        }
        return scalar.isNumber() ? text(scalar.decimalValue()) : scalar.asString();
    }

    private static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        return number.scale() <= 0
                ? number.toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }
}
