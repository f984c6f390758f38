package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.analysis.EntityRows;
import ai.opsai.sampler.analysis.Metrics;
import ai.opsai.sampler.expression.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What provider files say of rows holds for rows in their published shape, and no entity or look-up goes untried. */
class ConnectorRulesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @RegisterExtension
    final FakeProvider server = new FakeProvider();

    private final ContractRun run = new ContractRun(server);

    static List<Contract> contracts() {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyEntityAndLookUpAndEveryKindOfAnswerIsTried(Contract contract) {
        List<ContractCase> good =
                contract.cases().stream().filter(each -> each.rows() != null).toList();
        for (String entity : contract.provider().entities().keySet()) {
            assertThat(good)
                    .as("%s are read to the end", entity)
                    .anyMatch(each -> each.lists()
                            && each.entity().equals(entity)
                            && each.findsRows()
                            && (each.exchanges().size() > 1 || contract.single().contains(entity)));
        }
        for (Lookup lookup : contract.provider().lookups()) {
            assertThat(good)
                    .as("%s are looked up by %s", lookup.entity(), lookup.by())
                    .anyMatch(each -> !each.by().isEmpty() && each.lookup().equals(lookup) && each.findsRows());
        }
        for (LabelRule rule : contract.provider().labels()) {
            assertThat(good)
                    .as("the names of fields of %s", rule.entity())
                    .anyMatch(each -> each.names() && each.entity().equals(rule.entity()) && each.findsRows());
        }
        assertThat(good).as("an empty account").anyMatch(each -> each.lists() && !each.findsRows());
        assertThat(contract.cases()).as("a rate limit").anyMatch(ContractCase::limited);
        assertThat(contract.cases())
                .as("a missing scope, and another error")
                .anyMatch(each -> "provider_forbidden".equals(each.problem()))
                .anyMatch(each -> each.problem() != null && !"provider_forbidden".equals(each.problem()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void parentsAreFoundWhereTheFileSays(Contract contract) {
        Map<String, List<Map<String, @Nullable Object>>> rows = run.rows(contract);
        for (ParentRule parent : contract.provider().parents()) {
            List<Lookup> lookups = contract.provider().lookups(parent.to(), parent.by());
            assertThat(rows.get(parent.entity()))
                    .as("%s refer to %s by %s", parent.entity(), parent.to(), parent.field())
                    .anyMatch(row -> values(row, reference(parent))
                            .anyMatch(value -> lookups.isEmpty()
                                    || lookups.stream()
                                            .anyMatch(each -> each.matches()
                                                    .matcher(value)
                                                    .matches())));
        }
    }

    private static List<String> reference(ParentRule parent) {
        return parent.embedded() == ParentRule.Embedded.ALWAYS
                ? Stream.concat(parent.field().stream(), Stream.of(parent.by())).toList()
                : parent.field();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyHintHoldsForARow(Contract contract) {
        Map<String, List<Map<String, @Nullable Object>>> rows = run.rows(contract);
        for (ModelHint hint : contract.provider().hints()) {
            assertThat(rows.get(hint.entity()))
                    .as(hint.says())
                    .anyMatch(row -> hint.when().test(new Scope(Map.of("record", row), ContractRun.CLOCK)));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void metricsAreWhatTheRowsAddUpTo(Contract contract) {
        var entities = new TreeMap<String, EntityRows>();
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> entity :
                run.rows(contract).entrySet()) {
            entities.put(entity.getKey(), new EntityRows(nodes(entity.getValue()), null));
        }
        var values = new TreeMap<String, Object>();
        new Metrics(ContractRun.CLOCK)
                .of(contract.provider().metrics(), entities)
                .forEach((name, metric) -> values.put(name, metric.value()));

        assertThat(JSON.writeValueAsString(values))
                .isEqualTo(JSON.writeValueAsString(new TreeMap<>(contract.plain("metrics"))));
    }

    private static List<ObjectNode> nodes(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(row -> (ObjectNode) JSON.valueToTree(row)).toList();
    }

    /** The texts and numbers at a path in which a star stands for any item. */
    private static Stream<String> values(@Nullable Object value, List<String> path) {
        if (path.isEmpty()) {
            return value instanceof String || value instanceof Number ? Stream.of(value.toString()) : Stream.empty();
        }
        List<String> rest = path.subList(1, path.size());
        return switch (value) {
            case Map<?, ?> map
            when path.getFirst().equals("*") -> map.values().stream().flatMap(item -> values(item, rest));
            case Map<?, ?> map -> values(map.get(path.getFirst()), rest);
            case List<?> list -> list.stream().flatMap(item -> values(item, rest));
            case null, default -> Stream.empty();
        };
    }
}
