package ai.opsai.auth.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a sealed text belongs to, as bytes: each part with its length, so that no two places look alike. */
final class AssociatedData {

    private AssociatedData() {}

    static byte[] of(String... place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : place) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
