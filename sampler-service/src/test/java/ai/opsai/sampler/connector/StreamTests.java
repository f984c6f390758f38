package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.token.TokenHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests, records and slices of a stream. */
class StreamTests {

    private static final String HEAD = """
            definitions:
              requester:
                type: HttpRequester
                url_base: https://api.example.com
              selector:
                type: RecordSelector
                extractor: {type: DpathExtractor, field_path: [data, "*", rows]}
            streams:
              - type: DeclarativeStream
                name: things
                primary_key: [id]
            """;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void postSendsItsBodyAndLeavesOutWhatEvaluatesToNothing() {
        provider.on("/search", Reply.json("{\"data\":[]}"));
        String yaml = HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        http_method: POST
                        path: /search
                        request_body_json:
                          filter: {since: "{{ config['since'] }}", kind: ["{{ config['kind'] }}", b]}
                          limit: 10
                      record_selector: {$ref: "#/definitions/selector"}
                """;

        var plan = Connectors.plan(yaml, "things");
        Connectors.readAll(
                Connectors.reader(new ArrayList<>()),
                plan,
                Connectors.access(provider.url(), Map.of("kind", "a")),
                _ -> List.of());

        Received request = provider.received().getFirst();
        assertThat(request.body()).isEqualTo("{\"filter\":{\"kind\":[\"a\",\"b\"]},\"limit\":10}");
        assertThat(request.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void recordsAreExtractedThroughWildcardsFilteredAndTransformed() {
        provider.on("/things", Reply.json("""
                {"data":[{"rows":{"id":1,"state":"open","secret":{"a":1,"b":2}}},{"rows":{"id":2,"state":"closed"}}]}"""));
        String yaml = HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        path: /things
                        request_parameters: {state: "{{ config['state'] or 'all' }}", empty: "{{ config['nothing'] }}", ids: "{{ [1, 2] | join(',') }}"}
                      record_selector:
                        $ref: "#/definitions/selector"
                        record_filter: {condition: "{{ record['state'] == 'open' }}"}
                    transformations:
                      - type: AddFields
                        fields:
                          - {path: [links, self], value: "https://x/{{ record['id'] }}"}
                          - {path: [double], value: "{{ record['id'] * 2 }}"}
                      - type: RemoveFields
                        field_pointers: [[secret, a]]
                """;

        assertThat(Connectors.readAll(yaml, "things", provider.url()).toString())
                .isEqualTo("[{id=1, state=open, secret={b=2}, links={self=https://x/1}, double=2}]");
        assertThat(provider.received()).extracting(Received::target).containsExactly("/things?state=all&ids=1%2C2");
    }

    @Test
    void aStreamIsCutByAListAndByItsParents() {
        provider.on("/a/things/u1", Reply.json("{\"data\":[{\"rows\":{\"id\":1}}]}"));
        provider.on("/b/things/u1", Reply.json("{\"data\":[{\"rows\":{\"id\":2}}]}"));
        String yaml = HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        path: "/{{ stream_partition['area'] }}/things/{{ stream_slice.user }}"
                      record_selector: {$ref: "#/definitions/selector"}
                      partition_router:
                        - type: ListPartitionRouter
                          values: [a, b]
                          cursor_field: area
                          request_option: {type: RequestOption, inject_into: header, field_name: X-Area}
                        - type: SubstreamPartitionRouter
                          parent_stream_configs:
                            - parent_key: owner.id
                              partition_field: user
                              stream:
                                type: DeclarativeStream
                                name: users
                                retriever:
                                  requester: {$ref: "#/definitions/requester", path: /users}
                                  record_selector: {$ref: "#/definitions/selector"}
                """;

        var records = Connectors.readAll(
                Connectors.reader(new ArrayList<>()),
                Connectors.plan(yaml, "things"),
                Connectors.access(provider.url()),
                parent -> {
                    assertThat(parent.name()).isEqualTo("users");
                    return List.of(Map.of("owner", Map.of("id", "u1")), Map.of("owner", Map.of("id", "u1")), Map.of());
                });

        assertThat(records).extracting(row -> row.get("id")).containsExactly(1, 2);
        assertThat(provider.received())
                .extracting(request -> request.headers().get("x-area"))
                .containsExactly("a", "b");
    }

    @Test
    void propertiesAreDiscoveredAskedForInPortionsAndMergedByKey() {
        provider.on("/names", Reply.json("{\"data\":[{\"rows\":[{\"name\":\"one\"},{\"name\":\"two\"}]}]}"));
        provider.on(
                "/things",
                Reply.json("{\"data\":[{\"rows\":{\"id\":1,\"properties\":{\"id\":1,\"one\":\"a\"}}}]}"),
                Reply.json("{\"data\":[{\"rows\":{\"id\":1,\"properties\":{\"two\":\"b\"}}}]}"));
        String yaml = HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        path: /things
                        request_parameters:
                          fields:
                            type: QueryProperties
                            always_include_properties: [id]
                            property_list:
                              type: PropertiesFromEndpoint
                              property_field_path: [name]
                              retriever:
                                requester: {$ref: "#/definitions/requester", path: /names}
                                record_selector:
                                  extractor: {type: DpathExtractor, field_path: [data, 0, rows]}
                            property_chunking:
                              type: PropertyChunking
                              property_limit_type: property_count
                              property_limit: 1
                              record_merge_strategy: {type: GroupByKeyMergeStrategy, key: id}
                      record_selector: {$ref: "#/definitions/selector"}
                """;

        assertThat(Connectors.readAll(yaml, "things", provider.url()).toString())
                .isEqualTo("[{id=1, properties={id=1, one=a, two=b}}]");
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly("/names", "/things?fields=id%2Cone", "/things?fields=id%2Ctwo");
    }

    @Test
    void tokenOfTheVaultIsSentInTheHeaderThatItsProviderWants() {
        provider.on("/things", Reply.json("{}"));
        var plan = Connectors.plan(HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        path: /things
                        authenticator: {type: OAuthAuthenticator, token_refresh_endpoint: 'https://x', client_id: c, client_secret: s}
                      record_selector: {$ref: "#/definitions/selector"}
                """, "things");

        Connectors.readAll(
                Connectors.reader(new ArrayList<>()),
                plan,
                Connectors.access(provider.url(), Map.of(), new TokenHeader("X-Api-Token", "key ")),
                _ -> List.of());

        assertThat(provider.received().getFirst().headers())
                .containsEntry("x-api-token", "key s3cret-token")
                .doesNotContainKey("authorization");
    }

    @Test
    void keysBasicPairsAndVaultTokensAreSentWhereTheManifestWantsThem() {
        provider.on("/things", Reply.json("{}"));
        String yaml = HEAD + """
                    retriever:
                      requester:
                        $ref: "#/definitions/requester"
                        path: /things
                        authenticator: %s
                      record_selector: {$ref: "#/definitions/selector"}
                """;
        List<String> authenticators = List.of(
                "{type: ApiKeyAuthenticator, api_token: k, inject_into: {type: RequestOption, inject_into: header, field_name: X-Key}}",
                "{type: ApiKeyAuthenticator, api_token: k, inject_into: {type: RequestOption, inject_into: request_parameter, field_name: key}}",
                "{type: BasicHttpAuthenticator, username: user, password: pass}",
                "{type: OAuthAuthenticator, token_refresh_endpoint: 'https://x', client_id: c, client_secret: s}");

        authenticators.forEach(each -> Connectors.readAll(yaml.formatted(each), "things", provider.url()));

        assertThat(provider.received().get(0).headers()).containsEntry("x-key", "k");
        assertThat(provider.received().get(1).target()).isEqualTo("/things?key=k");
        assertThat(provider.received().get(2).headers()).containsEntry("authorization", "Basic dXNlcjpwYXNz");
        assertThat(provider.received().get(3).headers()).containsEntry("authorization", "Bearer s3cret-token");
    }
}
