package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Address;
import ai.opsai.auth.provider.Authenticity;
import ai.opsai.auth.provider.Authenticity.CallbackSignature;
import ai.opsai.auth.provider.Authenticity.OpenId;
import ai.opsai.auth.provider.Consent;
import ai.opsai.auth.provider.Kept;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.RefreshTokens;
import ai.opsai.auth.provider.Revoke;
import ai.opsai.auth.provider.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads the part of a file that is about OAuth 2.0. */
final class OAuthReader {

    private static final Address NOWHERE = new Address("https://nowhere.invalid");

    private final Knobs knobs;

    OAuthReader(Knobs knobs) {
        this.knobs = knobs;
    }

    OAuth read() {
        return new OAuth(
                endpoints(),
                consent(),
                tokenRequest(),
                new AnswerReader(knobs).read(),
                kept(),
                refreshTokens(),
                authenticity(),
                knobs.levels("revoke").stream().map(OAuthReader::revoke).toList(),
                OAuth.Client.NONE);
    }

    private OAuth.Endpoints endpoints() {
        Address token = requiredAddress(knobs, "tokenUri");
        return new OAuth.Endpoints(
                requiredAddress(knobs, "authorizationUri"),
                token,
                knobs.read("refreshUri", token, Meaning.WEB_ADDRESS, Meaning::address));
    }

    static Address requiredAddress(Knobs knobs, String name) {
        knobs.text(name);
        return knobs.read(name, NOWHERE, Meaning.WEB_ADDRESS, Meaning::address);
    }

    private Consent consent() {
        return new Consent(
                knobs.flag("pkce", true),
                knobs.texts("scopes"),
                knobs.text("scopeSeparator", " "),
                knobs.text("scopeParameter", "scope"),
                knobs.map("authorizationParameters"),
                Set.copyOf(knobs.texts("omitAuthorizationParameters")));
    }

    private TokenRequest tokenRequest() {
        return new TokenRequest(
                knobs.choice("clientAuthentication", TokenRequest.ClientAuthentication.BODY),
                knobs.choice("bodyFormat", TokenRequest.BodyFormat.FORM),
                knobs.map("tokenParameters"),
                knobs.map("refreshParameters"),
                knobs.map("tokenHeaders"));
    }

    private Kept kept() {
        return new Kept(
                knobs.map("keepFromToken", JsonPointer.empty(), Meaning.POINTER, Meaning::pointer),
                knobs.map("keepFromCallback"));
    }

    private RefreshTokens refreshTokens() {
        return new RefreshTokens(
                knobs.choice("refreshTokens", RefreshTokens.Use.REUSABLE),
                knobs.<@Nullable Duration>read("rotationGrace", null, Meaning.DURATION, Duration::parse),
                knobs.<@Nullable Duration>read("refreshTokenLifetime", null, Meaning.DURATION, Duration::parse));
    }

    private Authenticity authenticity() {
        String issuer = knobs.optional("issuer");
        boolean promised = knobs.flag("issuerInCallback", false);
        if (promised && issuer == null) {
            knobs.complain("issuerInCallback", "needs oauth.issuer to compare with");
        }
        Knobs openId = knobs.child("openid");
        Knobs signature = knobs.child("callbackSignature");
        return new Authenticity(
                issuer,
                promised,
                openId == null ? null : openId(openId),
                signature == null ? null : signature(signature));
    }

    private static OpenId openId(Knobs knobs) {
        URI jwks = requiredFixed(knobs, "jwksUri");
        return new OpenId(knobs.text("issuer"), jwks);
    }

    private static URI requiredFixed(Knobs knobs, String name) {
        knobs.text(name);
        return knobs.read(name, NOWHERE, Meaning.WEB_ADDRESS, Meaning::fixed).uri();
    }

    private static CallbackSignature signature(Knobs knobs) {
        return new CallbackSignature(
                knobs.text("parameter"), knobs.choice("algorithm", CallbackSignature.Algorithm.HMAC_SHA256_HEX));
    }

    private static Revoke revoke(Knobs knobs) {
        return new Revoke(
                knobs.read("method", "POST", "POST or DELETE", OAuthReader::method),
                requiredAddress(knobs, "uri"),
                knobs.choice("authentication", Revoke.Authentication.BODY),
                knobs.choice("format", TokenRequest.BodyFormat.FORM),
                knobs.map("parameters"));
    }

    private static String method(String text) {
        if (!Set.of("POST", "DELETE").contains(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
