package ai.opsai.sandbox.world;

import java.time.Instant;
import java.util.List;

/** Everybody and everything, the same for the same seed and size. */
public final class World {

    /** The world's present: nothing in it is younger, so that it doesn't change from day to day. */
    public static final Instant PRESENT = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Community> communities;
    private final Truth truth = new Truth();

    private World(List<Community> communities) {
        this.communities = communities;
    }

    /** The world whose lists all begin with the same people, as a demo wants it. */
    public static World create(long seed, int people) {
        return create(seed, people, false);
    }

    /**
     * The accounts {@code acme} with all the people, {@code studio} and {@code mega} with some of their own.
     *
     * @param scattered whether each provider lists people in an order of its own, so that first pages hardly overlap
     */
    public static World create(long seed, int people, boolean scattered) {
        Roster roster = new Roster();
        return new World(List.of(
                new Settlement(roster, "acme", Business.SOFTWARE, false, seed, 0, scattered)
                        .of("Acme Analytics", people),
                new Settlement(roster, "studio", Business.STUDIO, false, seed + 1, 1_000_000, scattered)
                        .of("Studio Halden", Math.clamp(people / 4, 60, 400)),
                new Settlement(roster, "mega", Business.SOFTWARE, true, seed + 2, 2_000_000, scattered)
                        .of("Mega Archive", 240)));
    }

    public List<Community> communities() {
        return communities;
    }

    public Community community(String account) {
        return communities.stream()
                .filter(community -> community.account().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No account " + account));
    }

    public Truth truth() {
        return truth;
    }
}
