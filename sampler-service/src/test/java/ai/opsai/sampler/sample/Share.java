package ai.opsai.sampler.sample;

/** So many of so many. */
record Share(int part, int whole) {

    static final Share NONE = new Share(0, 0);

    Share and(boolean counts) {
        return new Share(part + (counts ? 1 : 0), whole + 1);
    }

    Share and(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    double percent() {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    @Override
    public String toString() {
        return "%5.1f %% (%d of %d)".formatted(percent(), part, whole);
    }
}
