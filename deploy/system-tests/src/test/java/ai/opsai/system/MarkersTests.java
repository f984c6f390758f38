package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that finds nothing proves nothing: each form of a secret is found wherever it begins. */
class MarkersTests {

    private static final String SECRET = "canary?secret/with+signs=1";

    private final Markers markers = new Markers();

    MarkersTests() {
        markers.add(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "{\"token\":\""})
    void everyFormIsFoundBehindAnything(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(UTF_8);

        assertThat(markers.in(text)).isNotEmpty();
        assertThat(markers.in(Base64.getEncoder().encode(text))).isNotEmpty();
        assertThat(markers.in(Base64.getUrlEncoder().encode(text))).isNotEmpty();
        assertThat(markers.in(HexFormat.of().formatHex(text).getBytes(UTF_8))).isNotEmpty();
        assertThat(markers.in(HexFormat.of().withUpperCase().formatHex(text).getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(markers.in(URLEncoder.encode(before + SECRET, UTF_8).getBytes(UTF_8)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "canary", "canary?secret/with+signs=2"})
    void whatIsNoSecretIsNotFound(String text) {
        assertThat(markers.in(text.getBytes(UTF_8))).isEmpty();
    }
}
