package ai.opsai.sampler.sample;

/** Told how far a run is. */
@FunctionalInterface
interface Progress {
    void at(String step, long done, long total);
}
