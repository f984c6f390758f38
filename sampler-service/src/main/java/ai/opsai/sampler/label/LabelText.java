package ai.opsai.sampler.label;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A name that somebody typed somewhere, made harmless: no markup, no characters that control or turn the text around, one
 * line, at most {@value #LONGEST} characters.
 */
final class LabelText {

    static final int LONGEST = 120;

    /** What is longer than this is not read to its end. */
    private static final int READ = 1_000;

    private static final Pattern TAG = Pattern.compile("<[/!?]?[A-Za-z\\-][^<>]*>?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private LabelText() {}

    /** The clean text; empty where nothing is left. */
    static String of(String typed) {
        String text = typed.length() > READ ? typed.substring(0, READ) : typed;
        text = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ");
        text = SPACE.matcher(withoutTags(text)).replaceAll(" ").strip();
        return shortened(text);
    }

    /** Until nothing changes: taking a tag away may put another together. */
    private static String withoutTags(String text) {
        String before = text;
        String after = TAG.matcher(before).replaceAll(" ");
        while (!after.equals(before)) {
            before = after;
            after = TAG.matcher(before).replaceAll(" ");
        }
        return after;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
