package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.DynamicPlan.Filling;
import ai.opsai.sampler.connector.DynamicPlan.Pointer;
import ai.opsai.sampler.connector.DynamicPlan.Values;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.manifest.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the streams of templates, for one configuration. */
final class DynamicStreams {

    private static final int MOST = 500;

    private final StreamReader reader;
    private final ProviderAccess access;
    private final RequestBudget budget;
    private final Clock clock;

    DynamicStreams(StreamReader reader, ProviderAccess access, RequestBudget budget, Clock clock) {
        this.reader = reader;
        this.access = access;
        this.budget = budget;
        this.clock = clock;
    }

    List<CompiledStream> of(DynamicPlan plan) {
        var streams = new ArrayList<CompiledStream>();
        for (Map<String, @Nullable Object> values : values(plan.values())) {
            if (streams.size() < MOST) {
                streams.add(ConnectorCompiler.filled(plan, filled(plan, scope(values)), streams.size()));
            }
        }
        return streams;
    }

    private Scope scope(Map<String, @Nullable Object> values) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("config", access.config());
        variables.put("components_values", values);
        variables.put("stream_slice", Map.of());
        return new Scope(variables, clock);
    }

    private List<Map<String, @Nullable Object>> values(Values values) {
        return switch (values) {
            case Values.Listed(var each) -> each;
            case Values.FromConfig(List<Pointer> pointers) -> combined(pointers);
            case Values.FromProvider(StreamPlan retriever) -> {
                var records = new ArrayList<Map<String, @Nullable Object>>();
                new FullRead(reader, access, budget).read(retriever, records::add);
                yield records;
            }
        };
    }

    /** Objects give their fields; anything else is known by the number of its pointer. */
    private List<Map<String, @Nullable Object>> combined(List<Pointer> pointers) {
        List<Map<String, @Nullable Object>> combined = List.of(Map.of());
        for (int i = 0; i < pointers.size(); i++) {
            var longer = new ArrayList<Map<String, @Nullable Object>>();
            List<@Nullable Object> found = found(pointers.get(i));
            for (Map<String, @Nullable Object> values : combined) {
                for (int j = 0; j < found.size() && longer.size() < MOST; j++) {
                    var more = new LinkedHashMap<>(values);
                    if (found.get(j) instanceof Map<?, ?> object) {
                        object.forEach((name, value) -> more.put(String.valueOf(name), value));
                    } else {
                        var numbered = new ArrayList<@Nullable Object>();
                        numbered.add((long) j);
                        numbered.add(found.get(j));
                        more.put("source_config_" + i, numbered);
                    }
                    longer.add(more);
                }
            }
            combined = longer;
        }
        return combined;
    }

    private List<@Nullable Object> found(Pointer pointer) {
        Scope scope = scope(Map.of());
        List<String> path =
                pointer.path().stream().map(step -> step.text(scope)).toList();
        var found = new ArrayList<@Nullable Object>();
        Object value = Paths.get(access.config(), path);
        if (value instanceof List<?> list) {
            found.addAll(list);
        } else if (value != null) {
            found.add(value);
        }
        found.addAll(pointer.defaults());
        return found;
    }

    private static Source.Mapping filled(DynamicPlan plan, Scope scope) {
        Object template = plan.template().plain();
        for (Filling filling : plan.fillings()) {
            if (filling.condition() == null || filling.condition().test(scope)) {
                List<String> path =
                        filling.path().stream().map(step -> step.text(scope)).toList();
                Object value = filling.value().read(text -> filling.kind().of(text, scope));
                Paths.replace(template, path, value, filling.create());
            }
        }
        return (Source.Mapping) Source.of(template, plan.template().at());
    }
}
