package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Compiles partition routers; parent streams are compiled by whoever compiles streams. */
final class RouterCompiler {

    private final Function<Source.Mapping, StreamPlan> streams;

    RouterCompiler(Function<Source.Mapping, StreamPlan> streams) {
        this.streams = streams;
    }

    RouterPlan router(Source.Mapping retriever) {
        List<RouterPlan> factors = retriever.mappings("partition_router").stream()
                .map(this::single)
                .toList();
        return switch (factors.size()) {
            case 0 -> new RouterPlan.Whole();
            case 1 -> factors.getFirst();
            default -> new RouterPlan.Product(factors);
        };
    }

    private RouterPlan single(Source.Mapping component) {
        return switch (component.type()) {
            case "ListPartitionRouter" ->
                new RouterPlan.Listed(
                        Compiling.value(component.get("values"), component),
                        component.text("cursor_field"),
                        RequestOptions.of(component, "request_option"));
            case "SubstreamPartitionRouter" ->
                new RouterPlan.Substream(component.mappings("parent_stream_configs").stream()
                        .map(this::parent)
                        .toList());
            default -> throw Compiling.unsupported(component);
        };
    }

    private RouterPlan.Parent parent(Source.Mapping component) {
        return new RouterPlan.Parent(
                streams.apply(component.mapping("stream")),
                steps(Compiling.template(component, "parent_key")),
                component.text("partition_field"),
                RequestOptions.of(component, "request_option"),
                extraFields(component));
    }

    private static List<List<String>> extraFields(Source.Mapping component) {
        return component.list("extra_fields").stream()
                .map(Source::plain)
                .filter(List.class::isInstance)
                .map(path -> ((List<?>) path).stream().map(String::valueOf).toList())
                .toList();
    }

    /** A parent key may be a path with dots. */
    private static List<Template> steps(Template key) {
        return Arrays.stream(key.source().split("\\.", -1)).map(Template::parse).toList();
    }
}
