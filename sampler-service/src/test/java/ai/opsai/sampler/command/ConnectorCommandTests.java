package ai.opsai.sampler.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConnectorCommandTests {

    private static final String MANIFEST = """
            version: 6.0.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [customers]}
            definitions:
              requester:
                type: HttpRequester
                url_base: "{{ config['host'] }}"
                authenticator: {type: BearerAuthenticator, api_token: "{{ config['api_key'] }}"}
            streams:
              - type: DeclarativeStream
                name: customers
                primary_key: id
                retriever:
                  type: SimpleRetriever
                  requester: {$ref: "#/definitions/requester", path: "/customers"}
                  record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [data]}}
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                    pagination_strategy: {type: PageIncrement, page_size: 2}
                schema_loader: {type: InlineSchemaLoader, schema: {type: object}}
              - type: DeclarativeStream
                name: ledger
                retriever:
                  type: CustomRetriever
                  class_name: source_acme.Ledger
            spec:
              type: Spec
              documentation_url: https://acme.example/docs
              connection_specification:
                type: object
                required: [host, api_key]
                properties:
                  host: {type: string, title: Address}
                  api_key: {type: string, minLength: 4, airbyte_secret: true}
            """;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aCheckTellsOfEachStreamAndOfTheConfiguration() throws IOException {
        int code = run("check", manifest(MANIFEST));

        assertThat(code).isEqualTo(1);
        assertThat(text(out))
                .contains("1 of 2 streams run", "customers  runs", "ledger     does not run", "CustomRetriever")
                .contains("acme.yaml:", "api_key  string, required, secret", "host  string, required  Address");
    }

    @Test
    void aCheckOfAManifestWithoutFaultEndsWithZero() throws IOException {
        String good = MANIFEST.replaceAll("(?s)  - type: DeclarativeStream\n    name: ledger.*(?=spec:)", "");

        assertThat(run("check", manifest(good))).isZero();
        assertThat(text(out)).contains("1 of 1 streams run");
    }

    @Test
    void recordsComeAsLinesAndTheRestGoesToTheErrorOutput() throws IOException {
        provider.on(
                "/customers",
                Reply.json("{\"data\":[{\"id\":1,\"name\":\"Zoë\"},{\"id\":2}]}"),
                Reply.json("{\"data\":[{\"id\":3}]}"));

        int code = run(
                "read", manifest(MANIFEST), "--config", config("key-1"), "--stream", "customers", "--allow-private");

        assertThat(text(out).lines()).containsExactly("{\"id\":1,\"name\":\"Zoë\"}", "{\"id\":2}", "{\"id\":3}");
        assertThat(text(err)).isEqualToIgnoringNewLines("customers: 3 records");
        assertThat(code).isZero();
        assertThat(provider.received())
                .extracting(FakeProvider.Received::target)
                .containsExactly("/customers", "/customers?page=1");
        assertThat(provider.received().getFirst().headers()).containsEntry("authorization", "Bearer key-1");
    }

    @Test
    void aLimitEndsTheRead() throws IOException {
        provider.on("/customers", Reply.json("{\"data\":[{\"id\":1},{\"id\":2}]}"));

        run(
                "read",
                manifest(MANIFEST),
                "--config",
                config("key-1"),
                "--stream",
                "customers",
                "--limit",
                "1",
                "--allow-private");

        assertThat(text(out).lines()).containsExactly("{\"id\":1}");
        assertThat(provider.received()).hasSize(1);
    }

    @Test
    void aStreamThatCanNotBeReadLeavesTheOthersAlone() throws IOException {
        provider.on("/customers", Reply.json("{\"data\":[{\"id\":1}]}"));

        int code = run("read", manifest(MANIFEST), "--config", config("key-1"), "--allow-private");

        assertThat(code).isEqualTo(1);
        assertThat(text(out).lines()).containsExactly("{\"id\":1}");
        assertThat(text(err)).contains("customers: 1 record", "ledger: ", "(streams[1].retriever)");
    }

    @Test
    void aConfigurationThatDoesNotFitIsRefusedByFieldWithoutItsSecrets() throws IOException {
        int code = run("read", manifest(MANIFEST), "--config", config("k9q"), "--allow-private");

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("config.api_key").doesNotContain("k9q");
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void aRejectedKeyIsASentence() throws IOException {
        provider.on("/customers", Reply.status(401, "{\"error\":\"bad key\"}"));

        int code = run(
                "read", manifest(MANIFEST), "--config", config("key-1"), "--stream", "customers", "--allow-private");

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("customers: ", "(401)").doesNotContain("key-1");
    }

    @Test
    void thisComputerIsNotCalledUnlessAllowed() throws IOException {
        int code = run("read", manifest(MANIFEST), "--config", config("key-1"), "--stream", "customers");

        assertThat(code).isEqualTo(1);
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void streamsThatTheConfigurationNamesAreReadInItsCurrentForm() throws IOException {
        String yaml = """
                version: 6.0.0
                type: DeclarativeSource
                check: {type: CheckStream, stream_names: []}
                dynamic_streams:
                  - type: DynamicDeclarativeStream
                    stream_template:
                      type: DeclarativeStream
                      name: ""
                      retriever:
                        type: SimpleRetriever
                        requester:
                          type: HttpRequester
                          url_base: "{{ config['host'] }}"
                          path: ""
                          authenticator: {type: BearerAuthenticator, api_token: "{{ config['credentials']['key'] }}"}
                        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
                    components_resolver:
                      type: ConfigComponentsResolver
                      stream_config: {type: StreamConfig, configs_pointer: [tables]}
                      components_mapping:
                        - {type: ComponentMappingDefinition, field_path: [name], value: "{{ components_values['name'] }}"}
                        - {type: ComponentMappingDefinition, field_path: [retriever, requester, path], value: "/tables/{{ components_values['name'] }}"}
                spec:
                  type: Spec
                  connection_specification: {type: object, properties: {host: {type: string}}}
                  config_normalization_rules:
                    type: ConfigNormalizationRules
                    config_migrations:
                      - type: ConfigMigration
                        transformations:
                          - type: ConfigAddFields
                            fields: [{type: AddedFieldDefinition, path: [credentials, key], value: "{{ config['api_key'] }}"}]
                """;
        provider.on("/tables/people", Reply.json("[{\"id\":1},{\"id\":2}]"));
        String config =
                "{\"host\":\"" + provider.url() + "\",\"api_key\":\"key-1\",\"tables\":[{\"name\":\"people\"}]}";
        String file = Files.writeString(folder.resolve("tables.json"), config).toString();

        int code = run("read", manifest(yaml), "--config", file, "--stream", "people", "--allow-private");

        assertThat(text(err)).contains("people: 2 records");
        assertThat(code).isZero();
        assertThat(text(out).lines()).containsExactly("{\"id\":1}", "{\"id\":2}");
        assertThat(provider.received().getFirst().headers()).containsEntry("authorization", "Bearer key-1");
    }

    @Test
    void brokenYamlIsToldWithItsLine() throws IOException {
        assertThat(run("check", manifest("version: 1\nstreams: [\n"))).isEqualTo(1);
        assertThat(text(err)).contains("acme.yaml:").contains("no valid YAML");
    }

    @Test
    void whatMakesNoSenseEndsWithTwo() throws IOException {
        String file = manifest(MANIFEST);
        for (List<String> words : List.of(
                List.of("write", file),
                List.of("check"),
                List.of("check", folder.resolve("none.yaml").toString()),
                List.of("read", file, "--limit", "0"),
                List.of("read", file, "--config"),
                List.of("check", file, "--stream", "customers"))) {
            assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);
        }
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("Usage: opsai connector");
    }

    private String manifest(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml).toString();
    }

    private String config(String key) throws IOException {
        String config = "{\"host\":\"" + provider.url() + "\",\"api_key\":\"" + key + "\"}";
        return Files.writeString(folder.resolve("config.json"), config).toString();
    }

    private int run(String... arguments) {
        return ConnectorCommand.run(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
