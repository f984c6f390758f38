package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTests {

    private static final Variables VARIABLES = new Variables(List.of(
            new Variable("shop", "Shop", Pattern.compile("[a-z0-9-]{1,40}"), "acme", null, true, false, false),
            new Variable("site", "Site", Variable.ANY_LINE, null, null, false, false, true)));

    @Test
    void variablesFillAddressesHostsAndHeaders() {
        Provider filled = provider().with(Map.of("shop", "acme", "site", "a/b c", "unknown", "x"));

        assertThat(filled.api().base()).hasToString("https://acme.shop.example/a%2Fb%20c");
        assertThat(filled.api().allowedHosts()).containsExactly("acme.shop.example");
        assertThat(filled.api().headers()).containsEntry("X-Site", "a/b c");
    }

    @Test
    void anAddressWithAnOpenNameLeadsNowhere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> provider().with(Map.of("shop", "acme")).api().base())
                .withMessageContaining("site");
        assertThat(provider().api().allowedHosts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "acme.", "acme/..", "a@evil", "acme:80", "acme#", "", "acme\n", "ACME"})
    void noValueLeadsToAnotherHost(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> provider().with(Map.of("shop", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a\r\nb"})
    void noValueLeavesItsPlaceInAPath(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> provider().with(Map.of("shop", "acme", "site", value)));
    }

    @Test
    void tenantsAreToldWhatTheyGotWrong() {
        assertThat(VARIABLES.problems(Map.of("shop", "a.b", "site", "x"), "variables", Set.of("shop")))
                .extracting(problem -> problem.field() + " " + problem.message())
                .containsExactly(
                        "variables.shop Shop must match [a-z0-9-]{1,40}, such as acme.",
                        "variables.site There is no such variable.");
        assertThat(VARIABLES.problems(Map.of(), "variables", Set.of("shop")))
                .extracting(problem -> problem.message())
                .containsExactly("Shop is missing, such as acme.");
    }

    private static Provider provider() {
        return new Provider(
                "acme",
                "Acme",
                List.of(Way.TOKEN),
                VARIABLES,
                null,
                null,
                List.of(),
                new Api(
                        new Address("https://{shop}.shop.example/{site}"),
                        Set.of("{shop}.shop.example"),
                        AuthHeader.BEARER,
                        Map.of("X-Site", "{site}")),
                new Identity("/me", null, List.of(), List.of(), List.of()),
                RateLimit.USUAL,
                null,
                List.of(),
                List.of());
    }
}
