package ai.opsai.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed and subject, whatever was thrown before for another. */
public final class Dice {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    public static Dice of(long seed, String subject, long id) {
        long mixed = (seed * 31 + subject.hashCode()) * 0x9E3779B97F4A7C15L + id * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 30)) * 0x94D049BB133111EBL;
        return new Dice(mixed ^ (mixed >>> 31));
    }

    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of the items, the earlier ones far more often. */
    public <T> T pickEarly(List<T> items) {
        double skewed = random.nextDouble() * random.nextDouble();
        return items.get((int) (skewed * items.size()));
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from least to most, both possible. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public long number(long bound) {
        return random.nextLong(bound);
    }

    public String token(int length) {
        return token(LETTERS, length);
    }

    public String token(String alphabet, int length) {
        StringBuilder token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return token.toString();
    }

    /** A moment up to so many days before {@code latest}, to the second. */
    public Instant before(Instant latest, int days) {
        return latest.minusSeconds(random.nextLong(Duration.ofDays(days).toSeconds()));
    }
}
