package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.manifest.Source;
import ai.opsai.sampler.provider.ContractRun.Played;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each built-in connector against its provider's answers in their published shape. */
class ConnectorContractTests {

    @RegisterExtension
    final FakeProvider server = new FakeProvider();

    private final ContractRun run = new ContractRun(server);

    static Stream<ContractCase> cases() {
        return Contract.all().stream().flatMap(contract -> contract.cases().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asksAsPublishedAndUnderstandsTheAnswer(ContractCase tried) {
        Played played = run.play(tried);

        assertAsked(tried.exchanges(), server.received());
        if (tried.rows() != null) {
            assertThat(played.failure()).isNull();
            assertThat(played.waits()).isNull();
            assertRows(tried, tried.rows(), played.rows());
            assertThat(played.total()).isEqualTo(tried.is());
        } else if (tried.waits() != null) {
            assertThat(played.waits()).hasSeconds(Long.parseLong(tried.waits()));
        } else {
            assertThat(played.failure()).isNotNull().satisfies(failure -> {
                assertThat(failure.code().wire()).isEqualTo(tried.problem());
                assertThat(tried.file().texts("says"))
                        .allSatisfy(text -> assertThat(failure.sentence()).contains(text));
            });
        }
    }

    private static void assertAsked(List<Exchange> expected, List<Received> received) {
        for (int i = 0; i < Math.min(expected.size(), received.size()); i++) {
            expected.get(i).assertSent(received.get(i));
        }
        assertThat(received).hasSameSizeAs(expected);
    }

    private static void assertRows(
            ContractCase tried, List<Source> expected, List<Map<String, @Nullable Object>> rows) {
        String key = tried.contract()
                .provider()
                .connector()
                .plan(tried.entity())
                .orElseThrow()
                .primaryKey()
                .getFirst();
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertRow(key, expected.get(i), rows.get(i));
        }
    }

    /** A row is named by its key, or by members that it must have. */
    private static void assertRow(String key, Source expected, Map<String, @Nullable Object> row) {
        if (expected.plain() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> assertThat(String.valueOf(row.get(String.valueOf(name))))
                    .as(String.valueOf(name))
                    .isEqualTo(String.valueOf(value)));
        } else {
            assertThat(String.valueOf(row.get(key))).isEqualTo(String.valueOf(expected.plain()));
        }
    }
}
