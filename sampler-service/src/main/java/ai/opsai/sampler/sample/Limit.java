package ai.opsai.sampler.sample;

/** Which budget ended the reading of an entity that had more to read. */
enum Limit {
    ROWS,
    SLICES,
    PAGES,
    BYTES,
    REQUESTS,
    TIME
}
