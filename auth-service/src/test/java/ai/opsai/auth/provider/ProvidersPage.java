package ai.opsai.auth.provider;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of docs/providers.md, made of the catalogue. */
final class ProvidersPage {

    static final String BEGIN = "<!-- made of the provider files: see the test ProvidersPageTests -->\n";
    static final String END = "<!-- end of what is made -->\n";

    private final List<Provider> providers;

    ProvidersPage(List<Provider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparing(provider -> provider.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    String tables() {
        return BEGIN + "\n" + table() + "\n## Changes ahead\n\n" + changes() + "\n## Facts and where they are from\n\n"
                + facts() + "\n" + END;
    }

    private String table() {
        return "| Provider | Id | Ways to connect | Asked of the tenant | Access token | Refresh token | Revoked |\n"
                + "|---|---|---|---|---|---|---|\n"
                + providers.stream().map(ProvidersPage::row).collect(Collectors.joining());
    }

    private static String row(Provider provider) {
        String asked = provider.variables().asked().stream()
                .map(variable -> "`" + variable.name() + "`" + (variable.secret() ? " (secret)" : ""))
                .collect(Collectors.joining(", "));
        OAuth oauth = provider.oauth();
        return "| " + provider.name() + " | `" + provider.id() + "` | "
                + provider.connect().stream().map(Way::wire).collect(Collectors.joining(", ")) + " | " + asked + " | "
                + (oauth == null ? "" : lifetime(oauth)) + " | " + (oauth == null ? "" : refresh(oauth)) + " | "
                + (oauth == null || oauth.revoke().isEmpty() ? "no" : "yes") + " |\n";
    }

    private static String lifetime(OAuth oauth) {
        Duration usual = oauth.answer().defaultLifetime();
        if (usual != null) {
            return words(usual) + " where the answer names none";
        }
        return oauth.refreshTokens().use() == RefreshTokens.Use.NONE ? "does not expire" : "as answered";
    }

    private static String refresh(OAuth oauth) {
        String use = oauth.refreshTokens().use().name().toLowerCase(Locale.ROOT);
        Duration grace = oauth.refreshTokens().grace();
        Duration lifetime = oauth.refreshTokens().lifetime();
        return use + words(", unused for ", lifetime) + words(", the old one still for ", grace);
    }

    private static String words(String before, @Nullable Duration duration) {
        return duration == null ? "" : before + words(duration);
    }

    private static String words(Duration duration) {
        return duration.toHours() >= 48
                ? duration.toDays() + " days"
                : duration.toMinutes() >= 120 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }

    private String changes() {
        return "| On | Provider | What | Source |\n|---|---|---|---|\n"
                + providers.stream()
                        .flatMap(provider -> provider.changes().stream()
                                .map(change -> "| " + change.on() + " | " + provider.name() + " | " + change.what()
                                        + " | <" + change.source() + "> |\n"))
                        .sorted()
                        .collect(Collectors.joining());
    }

    private String facts() {
        return providers.stream().map(ProvidersPage::facts).collect(Collectors.joining("\n"));
    }

    private static String facts(Provider provider) {
        return "**" + provider.name() + "**\n\n"
                + provider.facts().stream()
                        .map(facts -> "- " + source(facts) + ": "
                                + facts.knobs().stream()
                                        .map(knob -> "`" + knob + "`")
                                        .collect(Collectors.joining(", "))
                                + "\n")
                        .collect(Collectors.joining());
    }

    private static String source(Facts facts) {
        String source = facts.source();
        if (source == null) {
            return "**not verified**";
        }
        String text = source.startsWith("https://") ? "<" + source + ">" : "`" + source + "`";
        return text + (facts.read() == null ? "" : ", read " + facts.read());
    }
}
