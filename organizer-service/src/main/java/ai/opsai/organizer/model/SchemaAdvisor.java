package ai.opsai.organizer.model;

import ai.opsai.organizer.unification.Sample;
import java.util.List;

/** Proposes how a tenant's data could be read. Never fails: an advisor in trouble says so in its advice. */
@FunctionalInterface
public interface SchemaAdvisor {
    Advice advise(String tenantId, List<Sample> samples);
}
