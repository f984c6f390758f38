package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.ManifestException;

/**
 * Why a stream doesn't run, or what it runs without.
 *
 * @param place file, line and path
 * @param soft sampling can do without it
 */
public record ConnectorProblem(String component, String place, String message, boolean soft) {

    static ConnectorProblem hard(ManifestException e) {
        return new ConnectorProblem(e.component(), e.location().toString(), e.reason(), false);
    }
}
