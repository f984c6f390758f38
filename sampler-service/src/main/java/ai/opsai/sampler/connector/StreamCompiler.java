package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.List;

/** Compiles a stream and its retriever. */
final class StreamCompiler {

    private static final int MAX_PARENTS = 8;

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
        if (!component.type().equals("DeclarativeStream")) {
            throw Compiling.unsupported(component);
        }
        if (component.has("incremental_sync")) {
            compiling.without(component, "incremental_sync", "a sample reads without its time windows");
        }
        if (component.has("schema_loader")
                && !component.mapping("schema_loader").type().equals("InlineSchemaLoader")) {
            compiling.without(
                    component, component.mapping("schema_loader").type(), "the schema is taken from the data");
        }
        List<TransformationPlan> transformations = component.mappings("transformations").stream()
                .flatMap(item -> transformation(item).stream())
                .toList();
        return retriever(
                component.text("name"), primaryKey(component), component.mapping("retriever"), transformations);
    }

    StreamPlan retriever(
            String name, List<String> primaryKey, Source.Mapping retriever, List<TransformationPlan> transformations) {
        if (!retriever.type().equals("SimpleRetriever")) {
            throw Compiling.unsupported(retriever);
        }
        if (retriever.has("decoder") && !retriever.mapping("decoder").type().equals("JsonDecoder")) {
            throw Compiling.unsupported(retriever.mapping("decoder"));
        }
        return new StreamPlan(
                name,
                primaryKey,
                new RequesterCompiler(compiling).requester(retriever.mapping("requester"), this),
                retriever.has("paginator")
                        ? new PaginatorCompiler(compiling).paginator(retriever.mapping("paginator"))
                        : new PaginatorPlan.SinglePage(),
                selector(retriever.mapping("record_selector")),
                new RouterCompiler(this::parentStream).router(retriever),
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
        return List.copyOf(fields);
    }

    private SelectorPlan selector(Source.Mapping component) {
        if (!component.type().equals("RecordSelector")) {
            throw Compiling.unsupported(component);
        }
        Source.Mapping extractor = component.mapping("extractor");
        if (!extractor.type().equals("DpathExtractor")) {
            throw Compiling.unsupported(extractor);
        }
        Template filter = null;
        if (component.has("record_filter")) {
            Source.Mapping recordFilter = component.mapping("record_filter");
            if (!recordFilter.type().equals("RecordFilter")) {
                throw Compiling.unsupported(recordFilter);
            }
            filter = Compiling.optional(recordFilter, "condition");
        }
        return new SelectorPlan(Compiling.templates(extractor, "field_path"), filter);
    }

    private List<TransformationPlan> transformation(Source.Mapping component) {
        return switch (component.type()) {
            case "AddFields" ->
                component.mappings("fields").stream()
                        .<TransformationPlan>map(item -> added(item, component))
                        .toList();
            case "RemoveFields" -> List.of(new TransformationPlan.Remove(pointers(component)));
            default -> {
                compiling.without(component, component.type(), "records stay as the provider sent them");
                yield List.of();
            }
        };
    }

    private static TransformationPlan added(Source.Mapping field, Source.Mapping owner) {
        return new TransformationPlan.Add(
                Compiling.templates(field, "path"),
                Compiling.value(field.get("value"), field),
                Compiling.optional(owner, "condition"));
    }

    private static List<List<String>> pointers(Source.Mapping component) {
        return component.list("field_pointers").stream()
                .map(Source::plain)
                .map(pointer -> pointer instanceof List<?> steps
                        ? steps.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(pointer)))
                .toList();
    }
}
