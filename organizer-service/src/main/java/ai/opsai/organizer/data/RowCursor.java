package ai.opsai.organizer.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place behind a row in the order of {@code (entityId, connectionId)}; opaque to clients. */
public record RowCursor(String entityId, UUID connectionId) {

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((connectionId + entityId).getBytes(UTF_8));
    }

    /** Empty when the text is none that we gave out. */
    public static Optional<RowCursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            return Optional.of(new RowCursor(plain.substring(36), UUID.fromString(plain.substring(0, 36))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
