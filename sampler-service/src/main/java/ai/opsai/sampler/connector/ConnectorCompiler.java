package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles manifests: each stream by itself, so that what is wrong with one is told about that one. */
public final class ConnectorCompiler {

    private ConnectorCompiler() {}

    public static Connector compile(String name, Manifest manifest) {
        var streams = new LinkedHashMap<String, CompiledStream>();
        int position = 0;
        for (Source source : manifest.streams()) {
            CompiledStream stream = stream(manifest, source, position++);
            streams.put(stream.name(), stream);
        }
        return new Connector(name, streams);
    }

    private static CompiledStream stream(Manifest manifest, Source source, int position) {
        var compiling = new Compiling(manifest);
        String name = nameOf(source, "stream " + position);
        try {
            Source.Mapping component = manifest.resolve(source, "DeclarativeSource", "streams");
            name = nameOf(component, name);
            StreamPlan plan = new StreamCompiler(compiling).stream(component);
            return new CompiledStream.Ready(plan, compiling.warnings());
        } catch (ManifestException e) {
            return new CompiledStream.Broken(name, List.of(ConnectorProblem.hard(e)));
        }
    }

    private static String nameOf(Source stream, String otherwise) {
        return stream instanceof Source.Mapping mapping
                        && mapping.get("name") instanceof Source.Scalar(Object name, var _)
                ? String.valueOf(name)
                : otherwise;
    }

    /**
     * Compiles a retriever that stands outside a manifest and may refer to its definitions.
     *
     * @param component already merged with what it refers to
     */
    public static StreamPlan retriever(String name, List<String> primaryKey, Manifest manifest, Source component) {
        var compiling = new Compiling(manifest);
        Source.Mapping resolved = manifest.resolve(component, "DeclarativeStream", "retriever");
        return new StreamCompiler(compiling).retriever(name, primaryKey, resolved);
    }

    static Map<String, @Nullable Object> parameters(Source.Mapping component) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        if (component.get("$parameters") instanceof Source.Mapping mapping) {
            mapping.entries().forEach((key, value) -> parameters.put(key, value.plain()));
        }
        return parameters;
    }
}
