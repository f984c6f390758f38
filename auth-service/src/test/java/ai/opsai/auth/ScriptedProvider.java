package ai.opsai.auth;

import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider that behaves exactly as its file says, and is strict: what it is asked in any other way it refuses and
 * remembers. A knob that made a difference to it is ticked off.
 */
final class ScriptedProvider {

    /** What a provider can be told to do instead of what it usually does. */
    record Fault(
            Map<String, String> tokenError, int identityStatus, Map<String, String> identityHeaders, boolean nameless) {

        static final Fault NONE = new Fault(Map.of(), 200, Map.of(), false);

        static Fault tokenError(String place, String code) {
            return new Fault(Map.of(place, code), 200, Map.of(), false);
        }

        static Fault identity(int status, Map<String, String> headers) {
            return new Fault(Map.of(), status, headers, false);
        }

        static Fault withoutName() {
            return new Fault(Map.of(), 200, Map.of(), true);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ECKey SIGNING = signing();

    final Entry entry;
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final Map<String, String> variables = new LinkedHashMap<>();
    Fault fault = Fault.NONE;
    String expectedHeader = "";
    String headerName;

    private final String clientId;
    private final String secret;
    private Map<String, String> asked = Map.of();
    private String redirectUri = "";
    private int issued;
    private int refreshes;
    private String refreshToken = "";
    private JsonNode identity = JSON.createObjectNode();

    private static ECKey signing() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("id-tokens").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ScriptedProvider(Entry entry) {
        this.entry = entry;
        this.clientId = "client-" + entry.id();
        this.secret = "secret-" + entry.id();
        this.headerName = entry.text("api.authHeader.name", "Authorization");
        entry.levels("variables")
                .forEach(level -> variables.put(entry.text(level + ".name", ""), entry.text(level + ".example", "")));
        kept().forEach(name -> variables.merge(name, "kept-" + name, (known, made) -> known.isEmpty() ? made : known));
    }

    /** The variables that the provider tells, rather than the tenant. */
    Set<String> kept() {
        Set<String> kept = new TreeSet<>(entry.map("oauth.keepFromToken").keySet());
        kept.addAll(entry.map("oauth.keepFromCallback").keySet());
        entry.levels("postConnect")
                .forEach(level -> kept.addAll(entry.map(level + ".keep").keySet()));
        return kept;
    }

    String accessToken() {
        return "at-" + entry.id() + "-" + issued;
    }

    /** What the identity call told last, by the places that the file names. */
    @Nullable
    String told(String knob) {
        for (String place : entry.texts("identity." + knob)) {
            String value = place.startsWith("/") ? identity.at(place).asString("") : filled(place);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    List<String> grantedScopes() {
        List<String> scopes = entry.scopes();
        return scopes.size() > 1 ? scopes.subList(1, scopes.size()) : scopes;
    }

    /** What a person who agrees at the consent page comes back with. */
    Map<String, String> consent(URI page) {
        asked = Browser.parameters(page.getRawQuery());
        check(
                "oauth.authorizationUri",
                page.toString().startsWith(filled(entry.text("oauth.authorizationUri", "")) + "?"),
                page);
        boolean pkce = entry.text("oauth.pkce", "true").equals("true");
        check("oauth.pkce", pkce == "S256".equals(asked.get("code_challenge_method")), asked.keySet());
        check("oauth.pkce", pkce == asked.containsKey("code_challenge"), asked.keySet());
        checkScopes();
        checkAll("oauth.authorizationParameters", asked);
        List<String> omitted = entry.texts("oauth.omitAuthorizationParameters");
        check("oauth.omitAuthorizationParameters", omitted.stream().noneMatch(asked::containsKey), asked.keySet());
        check("client_id", clientId.equals(asked.get("client_id")), asked);
        check("response_type", omitted.contains("response_type") || "code".equals(asked.get("response_type")), asked);
        redirectUri = asked.getOrDefault("redirect_uri", "");
        Map<String, String> back = new LinkedHashMap<>();
        back.put("code", "code-" + entry.id());
        back.put("state", asked.getOrDefault("state", ""));
        if (entry.has("oauth.issuer")) {
            back.put("iss", entry.text("oauth.issuer", ""));
        }
        entry.map("oauth.keepFromCallback").forEach((name, parameter) -> back.put(parameter, value(name)));
        return signed(back);
    }

    Map<String, String> signed(Map<String, String> back) {
        Map<String, String> all = new LinkedHashMap<>(back);
        String parameter = entry.text("oauth.callbackSignature.parameter", "");
        if (!parameter.isEmpty()) {
            all.remove(parameter);
            String text = new TreeMap<>(all)
                    .entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("&"));
            all.put(parameter, HexFormat.of().formatHex(hmac(text)));
        }
        return all;
    }

    private void checkScopes() {
        List<String> scopes = entry.scopes();
        String expected = scopes.isEmpty() ? null : String.join(entry.text("oauth.scopeSeparator", " "), scopes);
        String sent = asked.get(entry.text("oauth.scopeParameter", "scope"));
        check("oauth.scopes", Objects.equals(sent, expected), sent);
        if (scopes.size() > 1) {
            check("oauth.scopeSeparator", Objects.equals(sent, expected), sent);
            check("oauth.scopeParameter", Objects.equals(sent, expected), sent);
        }
    }

    /** What it answers to a request as it came over the wire. */
    OutboundResponse answer(OutboundRequest request) {
        Map<String, String> sent = parameters(request);
        if (sent.containsKey("grant_type")) {
            return token(request, sent);
        }
        for (String call : entry.levels("oauth.revoke")) {
            if (revoked(call, request, sent)) {
                return answer(200, Map.of(), Map.of());
            }
        }
        if (request.uri().toString().equals(entry.text("oauth.openid.jwksUri", ""))) {
            entry.seen("oauth.openid.jwksUri");
            return answer(200, Map.of(), new JWKSet(SIGNING.toPublicJWK()).toJSONObject());
        }
        return api(request);
    }

    private String idToken() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(SIGNING.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(entry.text("oauth.openid.issuer", ""))
                            .audience(clientId)
                            .subject("account-" + entry.id())
                            .claim("nonce", asked.get("nonce"))
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .build());
            token.sign(new ECDSASigner(SIGNING));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboundResponse token(OutboundRequest request, Map<String, String> sent) {
        int before = complaints.size();
        boolean again = "refresh_token".equals(sent.get("grant_type"));
        String uri = again && entry.has("oauth.refreshUri") ? "oauth.refreshUri" : "oauth.tokenUri";
        check(uri, request.uri().toString().equals(filled(entry.text(uri, ""))), request.uri());
        checkClient(request, sent);
        boolean json = entry.text("oauth.bodyFormat", "form").equals("json");
        String type = request.headers().getOrDefault("Content-Type", "");
        check(
                "oauth.bodyFormat",
                type.startsWith(json ? "application/json" : "application/x-www-form-urlencoded"),
                type);
        checkAll("oauth.tokenHeaders", request.headers());
        if (again) {
            checkAll("oauth.refreshParameters", sent);
            check("oauth.refreshTokens", refreshToken.equals(sent.get("refresh_token")), "another refresh token");
            entry.seen("oauth.answer.refreshToken");
        } else {
            checkAll("oauth.tokenParameters", sent);
            check("code", ("code-" + entry.id()).equals(sent.get("code")), sent.keySet());
            check("redirect_uri", redirectUri.equals(sent.get("redirect_uri")), sent.get("redirect_uri"));
            String challenge = asked.get("code_challenge");
            String verifier = sent.get("code_verifier");
            check(
                    "oauth.pkce",
                    challenge == null ? verifier == null : challenge.equals(Codes.challenge(String.valueOf(verifier))),
                    verifier);
        }
        Map<String, String> error = complaints.size() > before
                ? Map.of(entry.errorPlaces().getFirst(), "invalid_request")
                : fault.tokenError();
        return error.isEmpty() ? tokens(again) : failed(error);
    }

    /** With status 200, as some do: the code alone has to tell. */
    private OutboundResponse failed(Map<String, String> error) {
        Pointers body = new Pointers();
        if (entry.has("oauth.answer.success")) {
            body.put(entry.text("oauth.answer.success", ""), false);
        }
        error.forEach(body::put);
        return answer(200, Map.of(), body.document());
    }

    private void checkClient(OutboundRequest request, Map<String, String> sent) {
        String header = request.headers().getOrDefault("Authorization", "");
        boolean inBody = clientId.equals(sent.get("client_id")) && secret.equals(sent.get("client_secret"));
        boolean good = switch (entry.text("oauth.clientAuthentication", "body")) {
            case "basic" -> header.equals(basic(clientId, secret)) && !sent.containsKey("client_secret");
            case "secret-as-basic-user" -> header.equals(basic(secret, "")) && !sent.containsKey("client_id");
            case "none" -> header.isEmpty() && !sent.containsKey("client_secret");
            default -> header.isEmpty() && inBody;
        };
        check("oauth.clientAuthentication", good, sent.keySet());
    }

    private OutboundResponse tokens(boolean again) {
        issued++;
        Pointers body = new Pointers();
        String place = entry.text("oauth.answer.accessToken", "/access_token");
        body.put(place, accessToken());
        body.put(
                place.substring(0, place.lastIndexOf('/')) + "/token_type",
                entry.text("oauth.answer.tokenType", "Bearer"));
        String use = entry.text("oauth.refreshTokens", "reusable");
        if (!use.equals("none") && (!again || use.equals("rotating"))) {
            refreshes++;
            refreshToken = "rt-" + entry.id() + "-" + refreshes;
            body.put(entry.text("oauth.answer.refreshToken", "/refresh_token"), refreshToken);
        }
        if (entry.has("oauth.answer.expiresAt") && again) {
            body.put(
                    entry.text("oauth.answer.expiresAt", ""),
                    Instant.now().plusSeconds(7200).toString());
        } else if (again || (!entry.has("oauth.defaultLifetime") && !use.equals("none"))) {
            body.put(entry.text("oauth.answer.expiresIn", "/expires_in"), 7200);
        }
        if (entry.has("oauth.openid") && !again) {
            body.put("/id_token", idToken());
        }
        if (entry.has("oauth.answer.success")) {
            body.put(entry.text("oauth.answer.success", ""), true);
        }
        if (!grantedScopes().isEmpty()) {
            String between = entry.text("oauth.grantedSeparator", entry.text("oauth.scopeSeparator", " "));
            body.put(entry.text("oauth.answer.scope", "/scope"), String.join(between, grantedScopes()));
        }
        entry.map("oauth.keepFromToken").forEach((name, pointer) -> body.put(pointer, value(name)));
        expectedHeader =
                entry.text("api.authHeader.prefix", entry.has("api.authHeader") ? "" : "Bearer ") + accessToken();
        return answer(200, Map.of(), body.document());
    }

    private boolean revoked(String call, OutboundRequest request, Map<String, String> sent) {
        Map<String, String> known = new LinkedHashMap<>(variables);
        known.put("client_id", clientId);
        known.put("account_id", String.valueOf(told("accountId")));
        known.put("access_token", accessToken());
        known.put("refresh_token", refreshToken);
        Map<String, String> expected = new LinkedHashMap<>();
        entry.map(call + ".parameters").forEach((name, value) -> expected.put(name, filled(value, known)));
        String header = request.headers().getOrDefault("Authorization", "");
        String authentication = entry.text(call + ".authentication", "body");
        if (authentication.equals("body")) {
            expected.put("client_id", clientId);
            expected.put("client_secret", secret);
        }
        String wantedHeader = switch (authentication) {
            case "basic" -> basic(clientId, secret);
            case "secret-bearer" -> "Bearer " + secret;
            case "access-token-bearer" -> "Bearer " + accessToken();
            default -> "";
        };
        String type = entry.text(call + ".format", "form").equals("json")
                ? "application/json"
                : "application/x-www-form-urlencoded";
        boolean good = request.method().equals(entry.text(call + ".method", "POST"))
                && request.uri().toString().equals(filled(entry.text(call + ".uri", ""), known))
                && header.equals(wantedHeader)
                && sent.equals(expected)
                && (expected.isEmpty()
                        || request.headers().getOrDefault("Content-Type", "").startsWith(type));
        if (good) {
            entry.seen(call);
        }
        return good;
    }

    private OutboundResponse api(OutboundRequest request) {
        String host = request.uri().getAuthority();
        check("api.allowedHosts", request.allowedHosts().contains(host), request.allowedHosts());
        checkAll("api.headers", request.headers(), host);
        check(
                "api.authHeader",
                expectedHeader.equals(request.headers().get(headerName)),
                request.headers().keySet());
        Pointers body = new Pointers();
        boolean known = false;
        for (String lookup : entry.levels("postConnect")) {
            if (request.method().equals("GET") && request.uri().toString().equals(address(lookup + ".path"))) {
                entry.map(lookup + ".keep").forEach((variable, pointer) -> body.put(pointer, value(variable)));
                entry.seen(lookup + ".path");
                known = true;
            }
        }
        if (request.uri().toString().equals(address("identity.path"))) {
            checkIdentity(request);
            if (fault.identityStatus() != 200) {
                return answer(fault.identityStatus(), fault.identityHeaders(), Map.of());
            }
            describe(body);
            known = true;
        }
        check(request.method() + " " + request.uri(), known, "no such call");
        return known ? answer(200, Map.of(), body.document()) : answer(404, Map.of(), Map.of());
    }

    private void checkIdentity(OutboundRequest request) {
        entry.seen("api.base");
        entry.seen("identity.path");
        check("identity.method", request.method().equals(entry.text("identity.method", "GET")), request.method());
        byte[] sent = request.body();
        String body = sent == null ? "" : new String(sent, StandardCharsets.UTF_8);
        check("identity.body", body.equals(entry.text("identity.body", "")), body);
    }

    /** The account's id comes last: where it stands at the same place as its name, it is the name. */
    private void describe(Pointers body) {
        entry.texts("identity.email").stream()
                .limit(1)
                .forEach(place -> body.put(place, "ada@" + entry.id() + ".example"));
        if (!fault.nameless()) {
            entry.texts("identity.accountLabel").stream()
                    .limit(1)
                    .forEach(place -> body.put(place, "Label of " + entry.id()));
        }
        entry.texts("identity.accountId").stream()
                .limit(1)
                .filter(place -> place.startsWith("/"))
                .forEach(place -> body.put(place, accountId(place)));
        identity = JSON.valueToTree(body.document());
    }

    /** Where a lookup reads the same place, both must tell the same. */
    private String accountId(String place) {
        for (String lookup : entry.levels("postConnect")) {
            if (address(lookup + ".path").equals(address("identity.path"))) {
                for (Map.Entry<String, String> kept :
                        entry.map(lookup + ".keep").entrySet()) {
                    if (kept.getValue().equals(place)) {
                        return value(kept.getKey());
                    }
                }
            }
        }
        return "account-" + entry.id();
    }

    private String value(String variable) {
        return variables.getOrDefault(variable, "");
    }

    private String address(String path) {
        String text = entry.text(path, "");
        return filled(text.startsWith("/") ? entry.text("api.base", "") + text : text);
    }

    private String filled(String template) {
        return filled(template, variables);
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private void checkAll(String path, Map<String, String> sent, String... more) {
        entry.map(path).forEach((name, value) -> {
            // Lookups come before what they tell is known.
            boolean open = more.length > 0 && !sent.containsKey(name) && value.startsWith("{");
            if (!open) {
                check(path + "." + name, filled(value).equals(sent.get(name)), sent.get(name));
            }
        });
    }

    private void check(String path, boolean good, @Nullable Object got) {
        if (good) {
            entry.seen(path);
        } else {
            complaints.add(path + ": " + got);
        }
    }

    private static Map<String, String> parameters(OutboundRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        byte[] body = request.body();
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        String type = request.headers().getOrDefault("Content-Type", "");
        if (type.startsWith("application/json") && text.startsWith("{")) {
            JSON.readTree(text)
                    .properties()
                    .forEach(each ->
                            parameters.put(each.getKey(), each.getValue().asString("")));
        } else if (type.startsWith("application/x-www-form-urlencoded") && !text.isEmpty()) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static OutboundResponse answer(int status, Map<String, String> headers, Object body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("content-type", List.of("application/json"));
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new OutboundResponse(status, all, JSON.writeValueAsBytes(body), URI.create("https://provider.example"));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
