package ai.opsai.sampler.sample;

import java.util.function.Supplier;

/** Room for so many reads at the same time; a read beyond them waits for one to end. */
interface Lane {

    <T> T in(Supplier<T> read);
}
