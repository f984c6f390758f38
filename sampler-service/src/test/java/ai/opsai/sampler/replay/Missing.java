package ai.opsai.sampler.replay;

/** What stands where there is no value. */
enum Missing {
    /** A name or key that isn't there. */
    UNDEFINED,
    /** What was read through an undefined; it takes the whole expression with it. */
    BROKEN,
    /** A path that an answer leaves out. */
    ABSENT
}
