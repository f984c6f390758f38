package ai.opsai.auth.provider.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.auth.provider.AuthHeader;
import ai.opsai.auth.provider.Lookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFilesTests {

    /** Its lines are numbered from 1: the last one here is 10. */
    private static final String ACME = """
            id: acme
            name: Acme
            connect: [oauth2]
            variables:
              - {name: shop, pattern: "[a-z0-9-]{1,40}"}
            oauth:
              authorizationUri: https://acme.example/authorize
              tokenUri: https://{shop}.acme.example/token
            api: {base: "https://api.acme.example", allowedHosts: [api.acme.example]}
            identity: {path: /me, accountId: [/id], accountLabel: [/name]}
            """;

    @TempDir
    private Path folder;

    @Test
    void ourOwnFilesAreValid() {
        assertThat(ProviderFiles.builtIn())
                .extracting(Provider::id)
                .contains("github", "stripe", "hubspot")
                .doesNotHaveDuplicates();
        assertThat(ProviderFiles.builtIn()).noneMatch(Provider::configured);
    }

    @Test
    void anOperatorsFileMayAlsoSayWhatTheSamplerReads() {
        assertThat(ProviderFiles.in(Path.of("../docs/examples/providers")))
                .singleElement()
                .satisfies(desk -> {
                    assertThat(desk.id()).isEqualTo("desk");
                    assertThat(desk.postConnect()).extracting(Lookup::path).containsExactly("/sites");
                });
    }

    @Test
    void whatAFileLeavesOutIsWhatMostProvidersDo() {
        Provider acme = ProviderReader.read("acme", ACME, false);

        assertThat(acme.verified()).isFalse();
        assertThat(acme.api().authHeader()).isEqualTo(new AuthHeader("Authorization", "Bearer "));
        assertThat(acme.rateLimit().statuses()).containsExactly(429);
        assertThat(acme.oauth()).isNotNull().satisfies(oauth -> {
            assertThat(oauth.pkce()).isTrue();
            assertThat(oauth.endpoints().refresh()).isEqualTo(oauth.endpoints().token());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: Acme | nam: Acme | 2: nam: no such knob; did you mean name?",
                "name: Acme | nam: Acme | 1: name: is missing",
                "name: Acme | name: [Acme] | 2: name: must be a text",
                "name: Acme | name: {a: b} | 2: name: must be a text",
                "name: Acme | name: | 2: name: must be a text",
                "id: acme | id: Acme | 1: id: must match",
                "[oauth2] | [oauth3] | 3: connect: must be one of",
                "[oauth2] | [oauth2, config] | 3: connect: config and the knob credentials go together",
                "[oauth2] | [token] | 3: connect: oauth2 and the knob oauth go together",
                "[oauth2] | [oauth2]\\nname: Twice | 4: name: stands here twice",
                "tokenUri: https://{shop}.acme.example/token | tokenURI: https://x.example | 8: oauth.tokenURI: no such knob; did you mean tokenUri?",
                "tokenUri: https://{shop}.acme.example/token | tokenUri: http://x.example | 8: oauth.tokenUri: must begin with https",
                "tokenUri: https://{shop}.acme.example/token | tokenUri: nonsense | 8: oauth.tokenUri: must be an https address",
                "tokenUri: https://{shop}.acme.example/token | tokenUri: https://me@x.example | 8: oauth.tokenUri: must be an https address",
                "{shop}.acme | {store}.acme | 8: oauth.tokenUri: {store} is no variable of this file",
                "{shop}.acme.example | acme.{shop} | 8: oauth.tokenUri: the last two labels of a host must be fixed",
                "{shop}.acme.example | {shop} | 8: oauth.tokenUri: the last two labels of a host must be fixed",
                "https://{shop}.acme.example/token | \"{shop}.acme.example/token\" | 8: oauth.tokenUri: must be an https address",
                "[a-z0-9-]{1,40} | [a-z.]+ | 8: oauth.tokenUri: {shop} stands in a host, so its pattern must forbid dots",
                "[a-z0-9-]{1,40} | .* | 8: oauth.tokenUri: {shop} stands in a host, so its pattern must forbid dots",
                "[a-z0-9-]{1,40} | [^x]+ | 8: oauth.tokenUri: {shop} stands in a host, so its pattern must forbid dots",
                "[a-z0-9-]{1,40} | [+-z]+ | 8: oauth.tokenUri: {shop} stands in a host, so its pattern must forbid dots",
                "`, pattern: \"[a-z0-9-]{1,40}\"}` | `}` | 8: oauth.tokenUri: {shop} stands in a host, so its pattern must forbid dots",
                "[a-z0-9-]{1,40} | [a-z | 5: variables.pattern: is no pattern",
                "[a-z0-9-]{1,40} | ([a-z]+)+ | 5: variables.pattern: repeats a repetition",
                "{1,40}\" | {1,40}\", example: A.B | 5: variables.example: A.B does not match the pattern",
                "{1,40}\" | {1,40}\", secret: true | 8: oauth.tokenUri: {shop} is secret and may fill credentials only",
                "{1,40}\" | {1,40}\", secret: yes | 5: variables.secret: must be true or false, was yes",
                "[api.acme.example] | [] | 9: api.allowedHosts: lacks api.acme.example",
                "identity: {path: /me | identity: {path: https://other.example/me | 9: api.allowedHosts: lacks other.example",
                ", accountId: [/id] | `` | 10: identity.accountId: is missing",
                "accountId: [/id] | accountId: [id] | 10: identity.accountId: must be a JSON pointer",
                "identity: | identify: | 10: identify: no such knob; did you mean identity?",
            })
    void aMistakeIsNamedWithFileLineAndKnob(String right, String wrong, String complaint) {
        String yaml = ACME.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

        assertThat(yaml).isNotEqualTo(ACME);
        assertThatExceptionOfType(InvalidProviderFile.class)
                .isThrownBy(() -> ProviderReader.read("acme/provider.yaml", yaml, false))
                .withMessageContaining("acme/provider.yaml:" + complaint);
    }

    @Test
    void allMistakesAreNamedTogetherInTheirOrder() {
        String yaml = ACME.replace("name: Acme", "nam: Acme").replace("[/id]", "[id]");

        assertThatExceptionOfType(InvalidProviderFile.class)
                .isThrownBy(() -> ProviderReader.read("acme.yaml", yaml, false))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .hasSize(3)
                        .allMatch(line -> line.matches("acme\\.yaml:[0-9]+: .*"))
                        .isSortedAccordingTo((one, other) -> Integer.compare(line(one), line(other))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://[a-z0-9-]{1,63}\\.acme\\.com ; true",
                "https://(www\\.)?acme\\.(com|eu|com\\.au) ; true",
                "https://[a-z-]{1,63}(\\.[a-z-]{1,63}){0,3}\\.acme\\.com ; true",
                "https://accounts\\.(acme|acmecloud)\\.(com|eu) ; true",
                "https://[a-z]+acme\\.com ; false",
                "https://.+\\.acme\\.com ; false",
                "https://[a-z.]+ ; false",
                "https://[a-z]+(\\.[a-z]+){1,5} ; false",
                "http://a\\.acme\\.com ; false",
                "https://a\\.acme\\.com(/.*)? ; false",
                "https://a\\.acme\\.com|https://evil\\.com ; false",
            })
    void anOriginThatTheProviderTellsMustBeOfOneDomain(String pattern, boolean accepted) {
        String yaml = ACME.replace("https://{shop}.acme.example/token", "\"{shop}/token\"")
                .replace("\"[a-z0-9-]{1,40}\"", "'" + pattern + "'");

        if (accepted) {
            assertThat(ProviderReader.read("acme", yaml, false).id()).isEqualTo("acme");
        } else {
            assertThatExceptionOfType(InvalidProviderFile.class)
                    .isThrownBy(() -> ProviderReader.read("acme", yaml, false))
                    .withMessageContaining("oauth.tokenUri: {shop} stands for a whole origin");
        }
    }

    @Test
    void everyFactOfOursNeedsExactlyOneSource() {
        String sourced = ACME + """
                sources:
                  - {url: "https://acme.example/docs", read: 2026-11-22, facts: [oauth, api, identity.path]}
                  - {verified: false, facts: [variables, identity]}
                """;

        assertThat(ProviderReader.read("acme", sourced, true).verified()).isFalse();
        assertThat(wrong(sourced.replace("variables, identity", "identity")))
                .contains("variables.pattern: stands in no");
        assertThat(wrong(sourced.replace("variables,", "oauth, variables,"))).contains("oauth stands in two sources");
        assertThat(wrong(sourced.replace("variables,", "webhook, variables,"))).contains("webhook is no knob of this");
        assertThat(wrong(sourced.replace("verified: false, ", "")))
                .contains("needs either url, artifact or repository");
        assertThat(wrong(ACME)).contains("oauth.tokenUri: stands in no entry of sources");
    }

    private static String wrong(String yaml) {
        try {
            ProviderReader.read("acme", yaml, true);
            return "";
        } catch (InvalidProviderFile e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void anOperatorAddsAProviderByAFile() throws IOException {
        Files.createDirectories(folder.resolve("acme/more"));
        Files.writeString(folder.resolve("acme/provider.yaml"), ACME);
        Files.writeString(folder.resolve("acme/manifest.yaml"), "version: 1");
        Files.writeString(folder.resolve("other.yaml"), ACME.replace("id: acme", "id: other"));

        assertThat(ProviderFiles.in(folder)).extracting(Provider::id).isEqualTo(List.of("acme", "other"));
        assertThat(ProviderFiles.in(null)).isEmpty();
    }

    @Test
    void aBrokenFileOfAnOperatorStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "id: [");

        assertThatExceptionOfType(InvalidProviderFile.class)
                .isThrownBy(() -> ProviderFiles.in(folder))
                .withMessageContaining("broken.yaml");
    }

    @Test
    void theWorkedExampleOfTheDocumentationIsAProvider() throws IOException {
        String page = Files.readString(Path.of("../docs/providers.md"));
        String example =
                page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n")));

        assertThat(ProviderReader.read("acme.yaml", example, false).connect()).containsExactly(Way.OAUTH2, Way.CONFIG);
    }

    private static int line(String complaint) {
        return Integer.parseInt(complaint.replaceAll("^[^:]*:([0-9]+):.*", "$1"));
    }
}
