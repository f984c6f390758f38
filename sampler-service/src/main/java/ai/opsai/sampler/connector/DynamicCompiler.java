package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.DynamicPlan.Filling;
import ai.opsai.sampler.connector.DynamicPlan.Pointer;
import ai.opsai.sampler.connector.DynamicPlan.Values;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles templates of streams, as far as that goes without values. */
final class DynamicCompiler {

    private final Manifest manifest;
    private final StreamCompiler streams;

    DynamicCompiler(Manifest manifest, Compiling compiling) {
        this.manifest = manifest;
        this.streams = new StreamCompiler(compiling);
    }

    DynamicPlan dynamic(String name, Source.Mapping component) {
        Source.Mapping resolver = component.mapping("components_resolver");
        return new DynamicPlan(
                name,
                manifest,
                component.mapping("stream_template"),
                values(resolver),
                resolver.mappings("components_mapping").stream()
                        .map(DynamicCompiler::filling)
                        .toList());
    }

    private Values values(Source.Mapping resolver) {
        return switch (resolver.type()) {
            case "HttpComponentsResolver" ->
                new Values.FromProvider(streams.retriever("components", List.of(), resolver.mapping("retriever")));
            case "ConfigComponentsResolver" ->
                new Values.FromConfig(resolver.mappings("stream_config").stream()
                        .map(DynamicCompiler::pointer)
                        .toList());
            case "ParametrizedComponentsResolver" ->
                new Values.Listed(
                        resolver.mapping("stream_parameters").mappings("list_of_parameters_for_stream").stream()
                                .map(DynamicCompiler::plain)
                                .toList());
            default -> throw Compiling.unsupported(resolver);
        };
    }

    private static Pointer pointer(Source.Mapping config) {
        var defaults = new ArrayList<@Nullable Object>();
        config.list("default_values").forEach(value -> defaults.add(value.plain()));
        return new Pointer(Compiling.templates(config, "configs_pointer"), defaults);
    }

    private static Filling filling(Source.Mapping mapping) {
        return new Filling(
                Compiling.templates(mapping, "field_path"),
                Compiling.value(mapping.get("value"), mapping),
                TransformationCompiler.kind(mapping),
                mapping.flag("create_or_update", false),
                Compiling.optional(mapping, "condition"));
    }

    private static Map<String, @Nullable Object> plain(Source.Mapping mapping) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        mapping.entries().forEach((name, value) -> plain.put(name, value.plain()));
        plain.remove("$parameters");
        return plain;
    }
}
