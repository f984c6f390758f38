package ai.opsai.platform.messaging;

/** The outbox is relayed in shards: one relay at a time reads a shard, so events of one key never overtake each other. */
final class Shards {

    static final int COUNT = 16;

    private Shards() {}

    /** Stored with the row; {@code floorMod}, since half of all hash codes are negative. */
    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }
}
