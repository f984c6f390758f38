package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
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
                        Compiling.template(component, "cursor_field"),
                        RequestOptions.of(component, "request_option"));
            case "SubstreamPartitionRouter" ->
                new RouterPlan.Substream(component.mappings("parent_stream_configs").stream()
                        .map(this::parent)
                        .toList());
            case "GroupingPartitionRouter" ->
                new RouterPlan.Grouped(
                        single(component.mapping("underlying_partition_router")),
                        Math.max(1, component.number("group_size", 1)),
                        component.flag("deduplicate", true));
            default -> throw Compiling.unsupported(component);
        };
    }

    private RouterPlan.Parent parent(Source.Mapping component) {
        if (component.has("lazy_read_pointer")) {
            throw component.problem("lazy_read_pointer is not supported: parents are read as records, page by page");
        }
        return new RouterPlan.Parent(
                streams.apply(component.mapping("stream")),
                Compiling.template(component, "parent_key"),
                Compiling.template(component, "partition_field"),
                RequestOptions.of(component, "request_option"),
                extraFields(component));
    }

    private static List<List<Template>> extraFields(Source.Mapping component) {
        return component.list("extra_fields").stream()
                .map(path -> Compiling.steps(path, component))
                .toList();
    }
}
