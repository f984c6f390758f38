package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Api;
import ai.opsai.auth.provider.AuthHeader;
import ai.opsai.auth.provider.Credentials;
import ai.opsai.auth.provider.Identity;
import ai.opsai.auth.provider.Lookup;
import ai.opsai.auth.provider.RateLimit;
import ai.opsai.auth.provider.Templates;
import ai.opsai.auth.provider.Webhook;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads the parts of a file that are about calling the provider's API. */
final class ApiReader {

    private static final Set<String> METHODS = Set.of("GET", "POST");

    private ApiReader() {}

    static Api api(Knobs knobs) {
        Knobs header = knobs.child("authHeader");
        return new Api(
                OAuthReader.requiredAddress(knobs, "base"),
                Set.copyOf(knobs.texts("allowedHosts")),
                header == null ? AuthHeader.BEARER : new AuthHeader(header.text("name"), header.text("prefix", "")),
                knobs.map("headers"));
    }

    static Identity identity(Knobs knobs) {
        String method = knobs.read("method", "GET", "GET or POST", text -> {
            if (!METHODS.contains(text)) {
                throw new IllegalArgumentException();
            }
            return text;
        });
        String body = knobs.optional("body");
        if (method.equals("GET") && body != null) {
            knobs.complain("body", "is for method POST");
        }
        return new Identity(
                path(knobs),
                method.equals("GET") ? null : body == null ? "" : body,
                places(knobs, "accountId", true),
                places(knobs, "accountLabel", true),
                places(knobs, "email", false));
    }

    static Lookup lookup(Knobs knobs) {
        return new Lookup(path(knobs), knobs.map("keep", JsonPointer.empty(), Meaning.POINTER, Meaning::pointer));
    }

    private static String path(Knobs knobs) {
        knobs.text("path");
        return knobs.read("path", "/", "a path or an https address", Meaning::path);
    }

    private static List<String> places(Knobs knobs, String name, boolean required) {
        if (required && !knobs.has(name)) {
            knobs.complain(name, "is missing");
        }
        return knobs.each(name, "", Meaning.POINTER, text -> {
            if (!text.matches("\\{[a-z0-9_]+}")) {
                Meaning.pointer(text);
            }
            return text;
        });
    }

    static @Nullable Credentials credentials(@Nullable Knobs knobs) {
        if (knobs == null) {
            return null;
        }
        Knobs basic = knobs.child("basic");
        Knobs header = knobs.child("header");
        if ((basic == null) == (header == null)) {
            knobs.complain(null, "must hold either basic or header");
        }
        if (basic != null) {
            return new Credentials.Basic(basic.text("user"), basic.text("password", ""));
        }
        if (header == null) {
            return null;
        }
        String value = header.text("value");
        if (Templates.names(value).isEmpty()) {
            header.complain("value", "names no variable");
            return null;
        }
        return new Credentials.Header(header.text("name"), value);
    }

    static RateLimit rateLimit(@Nullable Knobs knobs) {
        if (knobs == null) {
            return RateLimit.USUAL;
        }
        List<Integer> statuses = knobs.each("statuses", 429, "a status of three digits", ApiReader::status);
        Knobs reset = knobs.child("reset");
        return new RateLimit(
                statuses.isEmpty() ? RateLimit.USUAL.statuses() : Set.copyOf(statuses),
                reset == null
                        ? null
                        : new RateLimit.Reset(
                                reset.text("header"), reset.choice("meaning", RateLimit.Meaning.EPOCH_SECONDS)),
                lower(knobs.optional("remaining")));
    }

    private static int status(String text) {
        int status = Integer.parseInt(text);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException();
        }
        return status;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static @Nullable Webhook webhook(@Nullable Knobs knobs) {
        if (knobs == null) {
            return null;
        }
        Knobs signature = knobs.required("signature");
        Knobs event = knobs.required("event");
        return new Webhook(
                new Webhook.Signature(
                        signature.text("header"),
                        signature.choice("scheme", Webhook.Scheme.HMAC_SHA256_HEX),
                        signature.choice("secret", Webhook.SigningSecret.OWN)),
                place(event),
                Set.copyOf(event.texts("values")),
                place(knobs.required("account")));
    }

    private static Webhook.Place place(Knobs knobs) {
        String header = knobs.optional("header");
        JsonPointer pointer = knobs.<@Nullable JsonPointer>read("pointer", null, Meaning.POINTER, Meaning::pointer);
        if ((header == null) == (pointer == null)) {
            knobs.complain(null, "must name either a header or a pointer");
        }
        return new Webhook.Place(header, pointer);
    }
}
