package ai.opsai.sampler.connector;

import java.util.List;

/**
 * A proof and its place in a request.
 *
 * @param secrets what of it must never be shown
 */
record Credential(RequestOption place, String value, List<String> secrets) {

    Credential(RequestOption place, String value) {
        this(place, value, List.of(value));
    }

    static Credential authorization(String scheme, String token) {
        return new Credential(RequestOption.header("Authorization"), scheme + " " + token, List.of(token));
    }

    @Override
    public String toString() {
        return "Credential[" + place.place() + ", ***]";
    }
}
