package ai.opsai.sandbox.world;

import java.util.List;

/** Text that reads like a report, made when it is asked for, so that long texts cost no memory. */
public final class Prose {

    private static final List<String> WORDS = Lines.of(Prose.class, "words.txt");

    private Prose() {}

    /** About {@code length} characters, always the same for one seed. */
    public static String text(long seed, int length) {
        Dice dice = Dice.of(seed, "prose", length);
        StringBuilder text = new StringBuilder(length + 16);
        boolean start = true;
        while (text.length() < length) {
            String word = dice.pick(WORDS);
            text.append(start ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            start = dice.chance(0.08);
            text.append(start ? dice.chance(0.2) ? ".\n\n" : ". " : " ");
        }
        return text.toString().strip();
    }
}
