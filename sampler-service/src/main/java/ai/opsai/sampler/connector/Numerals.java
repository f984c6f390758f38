package ai.opsai.sampler.connector;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in headers and bodies, of a length that makes sense. */
final class Numerals {

    private Numerals() {}

    static @Nullable BigDecimal of(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? new BigDecimal(text) : null;
    }
}
