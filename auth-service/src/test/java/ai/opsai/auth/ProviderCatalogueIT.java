package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every provider of the catalogue, with the addresses that its file names: through consent, callback, token, refresh and
 * disconnect against a {@link ScriptedProvider}. A knob that makes no difference there fails the test of its file.
 */
class ProviderCatalogueIT {

    private static final Outside OUTSIDE = new Outside();

    private static @Nullable Gateway started;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("opsai.outbound.allow-private", "true");
        settings.put("opsai.providers.github.authorization-uri", "");
        settings.put("opsai.providers.github.token-uri", "");
        settings.put("opsai.providers.github.api-base", "");
        ids().forEach(id -> {
            settings.put("opsai.providers." + id + ".client-id", "client-" + id);
            settings.put("opsai.providers." + id + ".client-secret", "secret-" + id);
            settings.put("opsai.providers." + id + ".scopes", scopes(id));
        });
        started = new Gateway(settings, OUTSIDE.rerouting());
    }

    private static String scopes(String id) {
        Entry entry = Entry.of(id);
        return entry.scopes().equals(entry.texts("oauth.scopes")) ? "" : String.join(" ", entry.scopes());
    }

    @AfterAll
    static void stop() {
        gateway().close();
        OUTSIDE.close();
    }

    static Stream<String> ids() {
        return Entry.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aProviderWorksAsItsFileSays(String id) {
        drive(Entry.of(id), "catalogue-" + id);
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant("github", "oauth", oauth -> oauth.put("clientAuthentication", "basic")),
                mutant("notion", "oauth", oauth -> oauth.put("bodyFormat", "form")),
                mutant("shopify", "oauth", oauth -> oauth.put("tokenParameters", Map.of("expiring", "2"))),
                mutant("slack", "oauth", oauth -> oauth.put("scopeSeparator", " ")),
                mutant("google", "oauth", oauth -> oauth.put("pkce", "false")),
                mutant("google", "oauth", oauth -> oauth.put("defaultLifetime", "PT10H")),
                mutant("figma", "oauth", oauth -> oauth.remove("refreshUri")),
                mutant(
                        "zoho",
                        "api",
                        api -> api.put("authHeader", Map.of("name", "Authorization", "prefix", "Bearer "))),
                mutant("notion", "api", api -> api.put("headers", Map.of("Notion-Version", "2000-01-01"))),
                mutant("gitlab", "oauth", oauth -> oauth.put("colour", "red")));
    }

    /** Proves that the test above can fail: here the provider differs from what the gateway read. */
    @ParameterizedTest
    @MethodSource("mutants")
    void aProviderThatDiffersFromItsFileIsNoticed(String id, String part, Consumer<Map<String, Object>> change) {
        Map<String, Object> tree = Entry.tree(id);
        Map<String, Object> level = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(tree.get(part)))
                .forEach((name, value) -> level.put(String.valueOf(name), value));
        change.accept(level);
        tree.put(part, level);

        assertThatThrownBy(() -> drive(new Entry(tree), "mutant-" + id)).isInstanceOf(AssertionError.class);
    }

    private static Arguments mutant(String id, String part, Consumer<Map<String, Object>> change) {
        return Arguments.of(id, part, change);
    }

    private static void drive(Entry entry, String tenant) {
        ScriptedProvider provider = new ScriptedProvider(entry);
        OUTSIDE.is(provider);
        new Journey(gateway(), provider, tenant).all();
    }

    private static Gateway gateway() {
        return Objects.requireNonNull(started);
    }
}
