package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a stream and its retriever. */
final class StreamCompiler {

    private static final int MAX_PARENTS = 8;
    /** Those that need nothing, or whose work is done by reading the data itself. */
    private static final Set<String> SCHEMA_LOADERS =
            Set.of("InlineSchemaLoader", "JsonFileSchemaLoader", "DynamicSchemaLoader");

    private final Compiling compiling;
    private final int depth;

    StreamCompiler(Compiling compiling) {
        this(compiling, 0);
    }

    private StreamCompiler(Compiling compiling, int depth) {
        this.compiling = compiling;
        this.depth = depth;
    }

    StreamPlan stream(Source.Mapping component) {
        return switch (component.type()) {
            case "DeclarativeStream" -> declared(component);
            case "StateDelegatingStream" -> declared(component.mapping("full_refresh_stream"));
            default -> throw Compiling.unsupported(component);
        };
    }

    private StreamPlan declared(Source.Mapping component) {
        for (Source.Mapping loader : component.mappings("schema_loader")) {
            if (!SCHEMA_LOADERS.contains(loader.type())) {
                compiling.without(loader, loader.type(), "the schema is taken from the data");
            }
        }
        for (Source.Mapping migration : component.mappings("state_migrations")) {
            if (Compiling.isCustom(migration)) {
                compiling.without(migration, "CustomStateMigration", "nothing: a sample has no state to migrate");
            }
        }
        return retriever(
                component.text("name"),
                primaryKey(component),
                component.mapping("retriever"),
                new WindowsCompiler(compiling).windows(component),
                new TransformationCompiler(compiling).all(component));
    }

    /** A retriever that stands for itself. */
    StreamPlan retriever(String name, List<String> primaryKey, Source.Mapping retriever) {
        return retriever(name, primaryKey, retriever, null, List.of());
    }

    private StreamPlan retriever(
            String name,
            List<String> primaryKey,
            Source.Mapping retriever,
            @Nullable WindowsPlan windows,
            List<TransformationPlan> transformations) {
        if (!retriever.type().equals("SimpleRetriever")) {
            throw Compiling.unsupported(retriever);
        }
        DecoderPlan decoder = DecoderCompiler.of(retriever, "decoder");
        return new StreamPlan(
                name,
                primaryKey,
                new RequesterCompiler(compiling).requester(retriever.mapping("requester"), decoder, this),
                retriever.has("paginator")
                        ? new PaginatorCompiler(compiling).paginator(retriever.mapping("paginator"))
                        : new PaginatorPlan.SinglePage(),
                selector(retriever.mapping("record_selector")),
                new RouterCompiler(this::parentStream).router(retriever),
                windows,
                retriever.flag("ignore_stream_slicer_parameters_on_paginated_requests", false),
                transformations,
                ConnectorCompiler.parameters(retriever));
    }

    private StreamPlan parentStream(Source.Mapping component) {
        if (depth >= MAX_PARENTS) {
            throw component.problem("its parents have parents without end");
        }
        return new StreamCompiler(compiling, depth + 1).stream(component);
    }

    private static List<String> primaryKey(Source.Mapping component) {
        var fields = new ArrayList<String>();
        for (Source key : component.list("primary_key")) {
            Object plain = key.plain();
            fields.add(plain instanceof List<?> path ? String.valueOf(path.getFirst()) : String.valueOf(plain));
        }
        return fields.stream().filter(field -> !field.isEmpty()).toList();
    }

    private SelectorPlan selector(Source.Mapping component) {
        if (!component.type().equals("RecordSelector")) {
            throw Compiling.unsupported(component);
        }
        Source.Mapping extractor = component.mapping("extractor");
        if (!extractor.type().equals("DpathExtractor")) {
            throw Compiling.unsupported(extractor);
        }
        if (component.get("schema_normalization") instanceof Source.Mapping normalization) {
            compiling.without(normalization, "CustomSchemaNormalization", "values keep the provider's types");
        }
        @Nullable Template filter = component.has("record_filter") ? filter(component.mapping("record_filter")) : null;
        return new SelectorPlan(
                Compiling.templates(extractor, "field_path"),
                filter,
                component.flag("transform_before_filtering", false));
    }

    private static @Nullable Template filter(Source.Mapping component) {
        if (!component.type().equals("RecordFilter")) {
            throw Compiling.unsupported(component);
        }
        return Compiling.optional(component, "condition");
    }
}
