package ai.opsai.sampler.own;

import ai.opsai.sampler.connector.Connector;
import ai.opsai.sampler.connector.ConnectorCompiler;
import ai.opsai.sampler.connector.StreamReport;
import ai.opsai.sampler.manifest.ConnectorSpec;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manifest as read and compiled, with the configuration that it wants. Immutable. */
public record ManifestText(Manifest manifest, ConnectorSpec spec, Connector connector) {

    /** @throws ManifestException when the text holds no streams; a stream that is wrong only says so */
    public static ManifestText read(String name, String yaml) {
        Manifest manifest = Manifest.read(name, yaml);
        if (manifest.streams().isEmpty() && manifest.dynamicStreams().isEmpty()) {
            throw new ManifestException(manifest.root().at(), "", "the file has no streams");
        }
        return new ManifestText(manifest, manifest.spec(), ConnectorCompiler.compile(name, manifest));
    }

    public List<StreamReport> report() {
        return connector.report();
    }

    /** The given configuration with the usual values of the fields that it leaves out. */
    public Map<String, @Nullable Object> completed(Map<String, @Nullable Object> config) {
        var complete = new LinkedHashMap<String, @Nullable Object>();
        if (spec.schema().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> {
                if (field instanceof Map<?, ?> schema && schema.get("default") != null) {
                    complete.put(String.valueOf(name), schema.get("default"));
                }
            });
        }
        complete.putAll(config);
        return complete;
    }
}
