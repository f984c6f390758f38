package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.Connector.Dynamic;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles manifests: each stream by itself, so that what is wrong with one is told about that one. */
public final class ConnectorCompiler {

    private final Manifest manifest;
    private final Map<String, CompiledStream> streams = new LinkedHashMap<>();
    private final Map<String, Template> conditions = new LinkedHashMap<>();
    private final List<Dynamic> dynamics = new ArrayList<>();

    private ConnectorCompiler(Manifest manifest) {
        this.manifest = manifest;
    }

    public static Connector compile(String name, Manifest manifest) {
        var compiler = new ConnectorCompiler(manifest);
        manifest.streams().forEach(compiler::add);
        manifest.dynamicStreams().forEach(compiler::addDynamic);
        var compiling = new Compiling(manifest);
        ConfigPlan config = new ConfigCompiler(compiling).config(manifest.specification());
        CallBudget budget =
                new CallBudgetCompiler(compiling).budget(manifest.root().get("api_budget"));
        return new Connector(
                name, compiler.streams, compiler.conditions, compiler.dynamics, config, budget, compiling.warnings());
    }

    private void add(Source source) {
        if (manifest.typeOf(source).equals("ConditionalStreams")) {
            addConditional(source);
        } else {
            put(stream(source));
        }
    }

    private void put(CompiledStream stream) {
        streams.put(stream.name(), stream);
    }

    private CompiledStream stream(Source source) {
        var compiling = new Compiling(manifest);
        String name = nameOf(source, "stream " + streams.size());
        try {
            Source.Mapping component = manifest.resolve(source, "DeclarativeSource", "streams");
            name = nameOf(component, name);
            return ready(component, compiling);
        } catch (ManifestException e) {
            return new CompiledStream.Broken(name, List.of(ConnectorProblem.hard(e)));
        }
    }

    private static CompiledStream ready(Source.Mapping component, Compiling compiling) {
        StreamPlan plan = new StreamCompiler(compiling).stream(component);
        return new CompiledStream.Ready(plan, compiling.warnings());
    }

    private void addConditional(Source source) {
        try {
            Source.Mapping group = manifest.resolve(source, "DeclarativeSource", "streams");
            Template condition = Compiling.template(group, "condition");
            for (Source member : group.list("streams")) {
                CompiledStream stream = stream(member);
                conditions.put(stream.name(), condition);
                put(stream);
            }
        } catch (ManifestException e) {
            put(new CompiledStream.Broken("stream " + streams.size(), List.of(ConnectorProblem.hard(e))));
        }
    }

    private void addDynamic(Source source) {
        var compiling = new Compiling(manifest);
        String name = nameOf(source, "dynamic stream " + dynamics.size());
        try {
            Source.Mapping component = manifest.resolve(source, "DeclarativeSource", "dynamic_streams");
            DynamicPlan plan = new DynamicCompiler(manifest, compiling).dynamic(nameOf(component, name), component);
            dynamics.add(new Dynamic.Ready(plan, compiling.warnings()));
        } catch (ManifestException e) {
            dynamics.add(new Dynamic.Broken(name, List.of(ConnectorProblem.hard(e))));
        }
    }

    /** The stream that a template becomes with its gaps filled. */
    static CompiledStream filled(DynamicPlan plan, Source.Mapping template, int position) {
        var compiling = new Compiling(plan.manifest());
        String name = nameOf(template, plan.name() + " " + position);
        try {
            return ready(plan.manifest().completed(template, "DeclarativeSource", "streams"), compiling);
        } catch (ManifestException e) {
            return new CompiledStream.Broken(name, List.of(ConnectorProblem.hard(e)));
        }
    }

    private static String nameOf(Source stream, String otherwise) {
        return stream instanceof Source.Mapping mapping
                        && mapping.get("name") instanceof Source.Scalar(Object name, var _)
                        && !String.valueOf(name).isEmpty()
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
