package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.TokenAnswerShape;
import ai.opsai.auth.provider.TokenRequest;
import ai.opsai.auth.provider.TokenRequest.BodyFormat;
import ai.opsai.auth.provider.TokenRequest.ClientAuthentication;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.outbound.OutboundHttp;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestHeadersConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Teaches Spring Security's clients what a provider wants of its token requests, and how it answers. */
final class TokenClients {

    private final OutboundHttp http;
    /** By what their answers look like, which few files of the catalogue have for themselves. */
    private final Map<TokenAnswerShape, RestClient> rests = new ConcurrentHashMap<>();

    TokenClients(OutboundHttp http) {
        this.http = http;
    }

    <T extends AbstractOAuth2AuthorizationGrantRequest, C extends AbstractRestClientOAuth2AccessTokenResponseClient<T>>
            C taught(C client, OAuth oauth, Map<String, String> parameters) {
        TokenRequest wanted = oauth.tokenRequest();
        boolean secretAlone = wanted.clientAuthentication() == ClientAuthentication.SECRET_AS_BASIC_USER;
        client.setRestClient(rests.computeIfAbsent(oauth.answer(), this::rest));
        client.setHeadersConverter(grant -> headers(grant, oauth));
        client.setParametersCustomizer(sent -> {
            if (secretAlone) {
                withoutClient(sent);
            }
            parameters.forEach(sent::set);
        });
        return client;
    }

    private static void withoutClient(MultiValueMap<String, String> sent) {
        sent.remove(OAuth2ParameterNames.CLIENT_ID);
        sent.remove(OAuth2ParameterNames.CLIENT_SECRET);
    }

    private static <T extends AbstractOAuth2AuthorizationGrantRequest> HttpHeaders headers(T grant, OAuth oauth) {
        TokenRequest wanted = oauth.tokenRequest();
        HttpHeaders headers = new HttpHeaders();
        HttpHeaders usual = new DefaultOAuth2TokenRequestHeadersConverter<T>().convert(grant);
        if (usual != null) {
            headers.putAll(usual);
        }
        headers.setContentType(
                wanted.bodyFormat() == BodyFormat.JSON
                        ? MediaType.APPLICATION_JSON
                        : MediaType.APPLICATION_FORM_URLENCODED);
        Secret secret = oauth.clientSecret();
        if (wanted.clientAuthentication() == ClientAuthentication.SECRET_AS_BASIC_USER && secret != null) {
            headers.setBasicAuth(secret.reveal(), "");
        }
        wanted.headers().forEach(headers::set);
        return headers;
    }

    private RestClient rest(TokenAnswerShape shape) {
        OAuth2AccessTokenResponseHttpMessageConverter answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(answer -> TokenAnswers.convert(answer, shape));
        return RestClient.builder()
                .requestFactory(new OutboundRequests(http))
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new JsonParameters())
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(answers))
                .defaultStatusHandler(new EndpointErrors(shape))
                .build();
    }
}
