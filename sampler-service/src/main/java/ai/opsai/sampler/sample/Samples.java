package ai.opsai.sampler.sample;

import java.util.List;
import java.util.Optional;

/** The newest sample of each of a tenant's connections, for the look-ups and links of others. */
interface Samples {

    /** The sample that the order's connection has. */
    Optional<EarlierSample> earlier(SampleOrder order);

    /** The scopes that the connection was granted; empty when the provider did not say. */
    List<String> granted(SampleOrder order);

    /** What the tenant's other connections know of people and companies. */
    Seeds seeds(SampleOrder order);
}
