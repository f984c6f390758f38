package ai.opsai.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

class EventCodecTests {

    private final EventCodec codec = EventCodec.standard();

    @ParameterizedTest
    @EnumSource
    void everyTypeKeepsItsGoldenSample(EventType type) throws IOException {
        EncodedEvent encoded = codec.encode(Examples.of(type));
        Path file = Samples.FOLDER
                .resolve(type.simpleName())
                .resolve("v" + type.version())
                .resolve("complete.json");
        if (Boolean.getBoolean("opsai.contract.write") && Files.notExists(file)) {
            write(file, encoded);
        }
        JsonNode golden = Samples.read(file);

        assertThat(encoded.headers()).isEqualTo(Samples.headers(golden));
        assertThat(EventCodec.mapper().readTree(encoded.value())).isEqualTo(golden.get("value"));
    }

    @ParameterizedTest
    @MethodSource("ai.opsai.events.Samples#all")
    void everySampleEverPublishedIsReadAndWrittenBackWithoutLoss(Path file) {
        JsonNode golden = Samples.read(file);

        Envelope event = codec.decode(Samples.headers(golden), Samples.value(golden));

        assertThat(codec.decode(
                        codec.encode(event).headers(), codec.encode(event).value()))
                .isEqualTo(event);
    }

    @Test
    void unknownFieldsAreIgnored() {
        Envelope event = Examples.of(EventType.TENANT_ERASED);
        byte[] value = "{\"erasedAt\":\"2026-11-22T10:00:00Z\",\"later\":{\"x\":1}}".getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(codec.encode(event).headers(), value).data()).isEqualTo(event.data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "1.0",
                "1",
                "12345678901234567890",
                "0.1234567890123456789",
                "1E+30",
                "\"\\u0000 \\uD83D\\uDCCA\"",
                "{\"z\":1,\"a\":[null,true,{}]}"
            })
    void rowsTravelWithoutChange(String content) {
        JsonNode value = EventCodec.mapper().readTree(content);
        Envelope event = Examples.withRow(value);
        EncodedEvent encoded = codec.encode(event);

        EncodedEvent again = codec.encode(codec.decode(encoded.headers(), encoded.value()));

        assertThat(again.value()).isEqualTo(encoded.value());
        assertThat(new String(encoded.value(), StandardCharsets.UTF_8)).contains("\"body\":" + value);
    }

    @Test
    void unknownFutureVersionIsUnreadable() {
        assertUnreadable("ce_type", "ai.opsai.TenantErased.v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.String", "ai.opsai.Nothing.v1", "ai.opsai.TenantErased", ""})
    void typesComeFromAFixedList(String type) {
        assertUnreadable("ce_type", type);
    }

    @Test
    void encryptedPayloadIsRefusedClearly() {
        assertUnreadable("ce_datakeyid", "k1");
    }

    @Test
    void badTenantIsUnreadable() {
        assertUnreadable("ce_tenantid", "../other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "\"text\"", "{\"erasedAt\":\"yesterday\"}"})
    void brokenValueIsUnreadable(String value) {
        Map<String, String> headers =
                codec.encode(Examples.of(EventType.TENANT_ERASED)).headers();

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> codec.decode(headers, value.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tooLargeEventIsRefusedWhenItIsEncoded() {
        Envelope event = Examples.withRowOf(EventCodec.MAX_BYTES);

        assertThatExceptionOfType(EventTooLargeException.class)
                .isThrownBy(() -> codec.encode(event))
                .withMessageContaining("SampleRows");
    }

    @Test
    void olderVersionsPassThroughTheChainOfUpcasters() {
        var withOlder = new EventCodec(List.of(
                new Upcaster(EventType.TENANT_ERASED, -1, old -> old.put("at", "2026-11-22T10:00:00Z")),
                new Upcaster(EventType.TENANT_ERASED, 0, old -> old.set("erasedAt", old.remove("at")))));
        Map<String, String> headers =
                new HashMap<>(codec.encode(Examples.of(EventType.TENANT_ERASED)).headers());
        headers.put("ce_type", "ai.opsai.TenantErased.v0");

        byte[] old = "{\"at\":\"2026-11-22T10:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(withOlder.decode(headers, old).data())
                .isEqualTo(Examples.of(EventType.TENANT_ERASED).data());
    }

    @Test
    void failureTellsNothingOfTheContent() {
        Map<String, String> headers =
                codec.encode(Examples.of(EventType.TENANT_ERASED)).headers();
        byte[] value = "{\"erasedAt\":\"s3cret-value\"}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> codec.decode(headers, value))
                .withMessageNotContaining("s3cret");
    }

    private void assertUnreadable(String header, String value) {
        EncodedEvent encoded = codec.encode(Examples.of(EventType.TENANT_ERASED));
        Map<String, String> headers = new HashMap<>(encoded.headers());
        headers.put(header, value);

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> codec.decode(headers, encoded.value()));
    }

    private static void write(Path file, EncodedEvent encoded) throws IOException {
        var json = EventCodec.mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        var sample = json.createObjectNode();
        sample.set("headers", json.valueToTree(encoded.headers()));
        sample.set("value", json.readTree(encoded.value()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.writeValueAsString(sample) + "\n");
    }
}
