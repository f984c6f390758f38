package ai.opsai.sampler.own;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of other people's schemas. A search that takes too many steps counts as no match, so that a pattern that
 * explodes on a value costs milliseconds; one that can't be read here matches everything.
 */
final class BoundedPatterns implements RegularExpressionFactory {

    private static final int STEPS = 1_000_000;

    @Override
    public RegularExpression getRegularExpression(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return value -> found(compiled, value);
        } catch (PatternSyntaxException e) {
            return _ -> true;
        }
    }

    private static boolean found(Pattern pattern, String value) {
        try {
            return pattern.matcher(new Counted(value, new AtomicInteger())).find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    /** A text that gives up when it was looked at too often. */
    private record Counted(String text, AtomicInteger steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
