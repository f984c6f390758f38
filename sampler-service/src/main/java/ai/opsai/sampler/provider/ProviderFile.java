package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.Connector;
import ai.opsai.sampler.connector.ConnectorCompiler;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import ai.opsai.sampler.provider.ParentRule.Embedded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a {@code provider.yaml} beside its manifest. Ours must be right: what is wrong in it stops the start. */
final class ProviderFile {

    private static final Set<String> OURS = Set.of(
            "id",
            "name",
            "budget",
            "rateLimit",
            "entities",
            "lookups",
            "parents",
            "labels",
            "testMode",
            "metrics",
            "businessModel");

    /** What an operator's file says about connecting: the gateway reads it from the same file. */
    private static final Set<String> OF_THE_GATEWAY = Set.of(
            "connect",
            "variables",
            "oauth",
            "credentials",
            "postConnect",
            "api",
            "identity",
            "webhook",
            "changes",
            "sources");

    private final Manifest manifest;
    private final Source.Mapping file;
    private final Connector connector;

    private ProviderFile(Manifest manifest, Source.Mapping file) {
        this.manifest = manifest;
        this.file = file;
        this.connector = ConnectorCompiler.compile(file.text("id"), manifest);
    }

    /** @throws ManifestException naming file, line and path of what is wrong */
    static SampledProvider read(String folder, String manifestYaml, String providerYaml) {
        Manifest manifest = Manifest.read(folder + "/manifest.yaml", manifestYaml);
        Source.Mapping file =
                Manifest.read(folder + "/provider.yaml", providerYaml).root();
        return new ProviderFile(manifest, file).provider();
    }

    private SampledProvider provider() {
        checkNames();
        return new SampledProvider(
                file.text("id"),
                file.text("name"),
                BudgetReader.courtesy(file),
                entities(),
                file.mappings("lookups").stream().map(this::lookup).toList(),
                file.mappings("parents").stream().map(ProviderFile::parent).toList(),
                file.mappings("labels").stream().flatMap(this::labels).toList(),
                file.mappings("testMode").stream()
                        .flatMap(ProviderFile::testRules)
                        .toList(),
                named("metrics").entrySet().stream()
                        .map(entry -> metric(entry.getKey(), entry.getValue()))
                        .toList(),
                file.mappings("businessModel").stream().map(ProviderFile::hint).toList(),
                connector);
    }

    private void checkNames() {
        file.entries().forEach((name, value) -> {
            if (!OURS.contains(name) && !OF_THE_GATEWAY.contains(name)) {
                throw new ManifestException(value.at(), "", "no such member");
            }
        });
    }

    private Map<String, EntityPlan> entities() {
        var entities = new LinkedHashMap<String, EntityPlan>();
        named("entities").forEach((name, entity) -> entities.put(name, entity(name, entity)));
        return entities;
    }

    private EntityPlan entity(String name, Source.Mapping entity) {
        var aliases = new LinkedHashMap<String, String>();
        if (entity.has("aliases")) {
            Source.Mapping declared = entity.mapping("aliases");
            declared.entries().keySet().forEach(alias -> aliases.put(alias, declared.text(alias)));
        }
        return new EntityPlan(
                name,
                BudgetReader.entity(entity),
                aliases,
                entity.has("scopes") ? entity.texts("scopes") : List.of(),
                entity.has("complete") ? completion(entity.mapping("complete")) : null,
                entity.has("total") ? total(name, entity.mapping("total")) : null,
                entity.has("parts") ? parts(entity.mapping("parts")) : null);
    }

    private static EntityPlan.Parts parts(Source.Mapping source) {
        return new EntityPlan.Parts(source.texts("by"), source.texts("name"));
    }

    private TotalRule total(String entity, Source.Mapping source) {
        return new TotalRule(
                BudgetReader.total(source),
                source.has("retriever") ? retriever("total of " + entity, source.mapping("retriever")) : null);
    }

    private static EntityPlan.Completion completion(Source.Mapping source) {
        return new EntityPlan.Completion(source.text("by"), source.texts("key"), template(source, "missing"));
    }

    private Lookup lookup(Source.Mapping source) {
        String entity = source.text("entity");
        String by = source.text("by");
        String matches = source.optionalText("matches");
        return new Lookup(
                entity,
                by,
                source.number("batch", 1),
                source.number("cost", 1),
                source.number("requests", 10),
                Pattern.compile(matches == null ? LookupForms.of(by) : matches),
                source.has("within") ? source.texts("within") : List.of(),
                source.flag("fallback", false),
                source.has("properties") ? source.text("properties") : "",
                retriever(entity, by, source.mapping("retriever")));
    }

    /** Rows found by value are changed as the entity's stream changes its own. */
    private StreamPlan retriever(String entity, String by, Source.Mapping retriever) {
        StreamPlan plan = retriever(entity + " by " + by, retriever);
        return connector.plan(entity).map(plan::changingRecordsAs).orElse(plan);
    }

    private StreamPlan retriever(String name, Source.Mapping source) {
        return ConnectorCompiler.retriever(name, List.of(), manifest, source);
    }

    private static ParentRule parent(Source.Mapping source) {
        return new ParentRule(
                source.text("entity"),
                source.texts("field"),
                source.text("to"),
                source.text("by"),
                source.has("embedded") ? embedded(source) : Embedded.NO);
    }

    private static Embedded embedded(Source.Mapping source) {
        return switch (source.text("embedded")) {
            case "always" -> Embedded.ALWAYS;
            case "expanded" -> Embedded.EXPANDED;
            case String other -> throw source.problem("embedded must be always or expanded, not " + other);
        };
    }

    /** A rule for each entity that it names. */
    private Stream<LabelRule> labels(Source.Mapping source) {
        return source.texts("entities").stream()
                .map(entity -> new LabelRule(
                        entity,
                        source.texts("at"),
                        source.has("item") ? source.text("item") : "id",
                        source.has("value") ? source.text("value") : "value",
                        source.texts("key"),
                        source.texts("label"),
                        source.has("options") ? options(source.mapping("options")) : null,
                        ConnectorCompiler.retriever(
                                "labels of " + entity, List.of(), manifest, source.mapping("retriever"))));
    }

    private static LabelRule.Options options(Source.Mapping source) {
        return new LabelRule.Options(source.texts("at"), source.texts("key"), source.texts("label"));
    }

    private static Stream<TestRule> testRules(Source.Mapping source) {
        Template when = template(source, "when");
        return source.texts("entities").stream().map(entity -> new TestRule(entity, when));
    }

    private static MetricRule metric(String name, Source.Mapping source) {
        boolean counts = source.has("count");
        return new MetricRule(
                name,
                source.text("entity"),
                counts ? null : template(source, "sum"),
                counts ? template(source, "count") : optional(source, "when"),
                optional(source, "group"));
    }

    private static ModelHint hint(Source.Mapping source) {
        return new ModelHint(
                source.text("model"),
                source.text("entity"),
                template(source, "when"),
                Double.parseDouble(source.text("weight")),
                source.text("says"));
    }

    private Map<String, Source.Mapping> named(String key) {
        var named = new LinkedHashMap<String, Source.Mapping>();
        Source.Mapping parent = file.mapping(key);
        parent.entries().keySet().forEach(name -> named.put(name, parent.mapping(name)));
        return named;
    }

    private static @Nullable Template optional(Source.Mapping source, String key) {
        return source.has(key) ? template(source, key) : null;
    }

    private static Template template(Source.Mapping source, String key) {
        try {
            return Template.parse(source.text(key));
        } catch (ExpressionException e) {
            throw source.problem("the expression of " + key + " can't be read: " + e.getMessage());
        }
    }
}
