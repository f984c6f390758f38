package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.token.TokenHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How requests prove who they are for when the configuration holds the keys. */
class AuthenticationTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private String manifest(String authenticator) {
        return """
                streams:
                  - type: DeclarativeStream
                    name: things
                    retriever:
                      requester:
                        type: HttpRequester
                        url: "%s/things"
                        authenticator:
                %s
                      record_selector: {extractor: {type: DpathExtractor, field_path: [items]}}
                """.formatted(provider.url(), authenticator.indent(12));
    }

    private static final String PAGE = "{\"items\":[{\"id\":1}]}";

    @Test
    void clientCredentialsGetATokenOnceAndSendIt() {
        provider.on("/token", Reply.json("{\"data\":{\"token\":\"t-1\"},\"expires_in\":3600}"));
        provider.on("/things", Reply.json(PAGE));
        StreamPlan plan = Connectors.plan(manifest("""
                type: OAuthAuthenticator
                token_refresh_endpoint: "%s/token"
                grant_type: client_credentials
                client_id: "{{ config['id'] }}"
                client_secret: "{{ config['secret'] }}"
                access_token_name: token
                scopes: [read, write]
                refresh_request_body: {audience: "{{ config['audience'] }}"}
                """.formatted(provider.url())), "things");
        StreamReader reader = Connectors.reader(new ArrayList<>());
        ProviderAccess access = Connectors.own(Map.of("id", "me", "secret", "s&s", "audience", "api"));

        Connectors.readAll(reader, plan, access, _ -> List.of());
        Connectors.readAll(reader, plan, access, _ -> List.of());

        assertThat(targets()).containsExactly("/token", "/things", "/things");
        assertThat(provider.received().getFirst().body())
                .isEqualTo(
                        "grant_type=client_credentials&client_id=me&client_secret=s%26s&scope=read+write&audience=api");
        assertThat(header(1, "authorization")).isEqualTo("Bearer t-1");
    }

    @Test
    void vaultTokenIsUsedWhereThereIsOne() {
        provider.on("/things", Reply.json(PAGE));

        Connectors.readAll(
                manifest("type: OAuthAuthenticator\ntoken_refresh_endpoint: https://x\nclient_id: c"),
                "things",
                provider.url() + "/things");

        assertThat(header(0, "authorization")).isEqualTo("Bearer s3cret-token");
    }

    @Test
    void anotherConfigurationGetsAnotherToken() {
        provider.on("/token", Reply.json("{\"access_token\":\"t-1\"}"), Reply.json("{\"access_token\":\"t-2\"}"));
        provider.on("/things", Reply.json(PAGE));
        StreamPlan plan = Connectors.plan(manifest("""
                type: OAuthAuthenticator
                token_refresh_endpoint: "%s/token"
                refresh_token: "{{ config['refresh'] }}"
                """.formatted(provider.url())), "things");
        StreamReader reader = Connectors.reader(new ArrayList<>());

        Connectors.readAll(reader, plan, Connectors.own(Map.of("refresh", "r1")), _ -> List.of());
        Connectors.readAll(reader, plan, Connectors.own(Map.of("refresh", "r2")), _ -> List.of());

        assertThat(header(1, "authorization")).isEqualTo("Bearer t-1");
        assertThat(header(3, "authorization")).isEqualTo("Bearer t-2");
    }

    @Test
    void sessionIsBegunWithALoginAndBegunAgainWhenTheProviderForgetsIt() {
        provider.on(
                "/login", Reply.json("{\"session\":{\"id\":\"s-1\"}}"), Reply.json("{\"session\":{\"id\":\"s-2\"}}"));
        provider.on("/things", Reply.status(401, "{}"), Reply.json(PAGE));

        assertThat(Connectors.readOwn(manifest(sessionAuthenticator()), Map.of("user", "u", "password", "p")))
                .hasSize(1);

        assertThat(targets()).containsExactly("/login", "/things", "/login", "/things");
        assertThat(provider.received().getFirst().body()).isEqualTo("{\"user\":\"u\",\"password\":\"p\"}");
        assertThat(header(1, "x-session")).isEqualTo("Token s-1");
        assertThat(header(3, "x-session")).isEqualTo("Token s-2");
    }

    @Test
    void loginWithoutATokenIsToldWithoutWhatTheProviderSaid() {
        provider.on("/login", Reply.json("{\"message\":\"p4ssw0rd wrong\"}"));

        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> Connectors.readOwn(
                        manifest(sessionAuthenticator()), Map.of("user", "u", "password", "p4ssw0rd")))
                .withMessageContaining("holds no token")
                .withMessageNotContaining("p4ssw0rd");
    }

    private String sessionAuthenticator() {
        return """
                type: SessionTokenAuthenticator
                login_requester:
                  type: HttpRequester
                  url_base: "%s"
                  path: /login
                  http_method: POST
                  request_body_json: {user: "{{ config['user'] }}", password: "{{ config['password'] }}"}
                session_token_path: [session, id]
                expiration_duration: PT1H
                request_authentication:
                  type: ApiKey
                  inject_into: {type: RequestOption, inject_into: header, field_name: X-Session}
                  api_token: "Token {{ session_token }}"
                """.formatted(provider.url());
    }

    @Test
    void legacySessionIsTakenFromTheConfigurationOrBegun() {
        provider.on("/session", Reply.json("{\"id\":\"s-9\"}"));
        provider.on("/things", Reply.json(PAGE));
        String yaml = manifest("""
                type: LegacySessionTokenAuthenticator
                header: X-Session
                api_url: "%s"
                login_url: session
                session_token: "{{ config['session'] }}"
                session_token_response_key: id
                username: "{{ config['user'] }}"
                password: "{{ config['password'] }}"
                """.formatted(provider.url()));

        Connectors.readOwn(yaml, Map.of("session", "known"));
        Connectors.readOwn(yaml, Map.of("user", "u", "password", "p"));

        assertThat(header(0, "x-session")).isEqualTo("known");
        assertThat(provider.received().get(1).body()).isEqualTo("{\"username\":\"u\",\"password\":\"p\"}");
        assertThat(header(2, "x-session")).isEqualTo("s-9");
    }

    @Test
    void configurationChoosesAmongAuthenticatorsAndWhatCannotRunFailsOnlyWhenChosen() {
        provider.on("/things", Reply.json(PAGE));
        String yaml = manifest("""
                type: SelectiveAuthenticator
                authenticator_selection_path: [credentials, kind]
                authenticators:
                  key: {type: ApiKeyAuthenticator, header: X-Key, api_token: "{{ config['credentials']['key'] }}"}
                  code: {type: CustomAuthenticator, class_name: source_x.Sign}
                """);

        Connectors.readOwn(yaml, Map.of("credentials", Map.of("kind", "key", "key", "k")));

        assertThat(header(0, "x-key")).isEqualTo("k");
        var ready = (CompiledStream.Ready)
                Objects.requireNonNull(Connectors.compile(yaml).streams().get("things"));
        assertThat(ready.warnings()).extracting(ConnectorProblem::component).containsExactly("CustomAuthenticator");
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> Connectors.readOwn(yaml, Map.of("credentials", Map.of("kind", "code"))))
                .withMessageContaining("CustomAuthenticator can't run here");
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> Connectors.readOwn(yaml, Map.of("credentials", Map.of("kind", "other"))))
                .withMessageContaining("must be one of key, code");
    }

    @Test
    void tokenRequestsToHostsThatTheConnectionDoesNotAllowAreNotSent() {
        var access = new ProviderAccess("", TokenHeader.BEARER, Map.of(), Set.of("api.example.com"), null);
        StreamPlan plan = Connectors.plan(manifest(sessionAuthenticator()), "things");

        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(
                        () -> Connectors.readAll(Connectors.reader(new ArrayList<>()), plan, access, _ -> List.of()))
                .withMessageContaining("may not be called");
        assertThat(provider.received()).isEmpty();
    }

    private List<String> targets() {
        return provider.received().stream().map(Received::target).toList();
    }

    private @Nullable String header(int request, String name) {
        return provider.received().get(request).headers().get(name);
    }
}
