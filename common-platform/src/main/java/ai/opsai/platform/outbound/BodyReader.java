package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a body up to the limit, counted after decompression, so that a small answer can't become a large one. */
final class BodyReader {

    private static final int CHUNK = 16 * 1024;

    private final OutboundPolicy policy;
    private final Watchdog watchdog;
    private final Runnable abort;

    BodyReader(OutboundPolicy policy, Watchdog watchdog, Runnable abort) {
        this.policy = policy;
        this.watchdog = watchdog;
        this.abort = abort;
    }

    byte[] read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        watchdog.allow(policy.idle());
        if (entity.getContentLength() > policy.maxBytes()) {
            throw tooLarge();
        }
        try (InputStream body = decoded(entity)) {
            return read(body);
        }
    }

    private byte[] read(InputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            if (bytes.size() + count > policy.maxBytes()) {
                throw tooLarge();
            }
            bytes.write(chunk, 0, count);
            watchdog.allow(policy.idle());
        }
        return bytes.toByteArray();
    }

    private InputStream decoded(HttpEntity entity) throws IOException {
        @Nullable String encoding = entity.getContentEncoding();
        return switch (encoding == null
                ? "identity"
                : encoding.toLowerCase(Locale.ROOT).strip()) {
            case "identity", "" -> entity.getContent();
            case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent(), CHUNK);
            default -> throw invalidEncoding();
        };
    }

    /** Cancels first: closing the stream politely would read the rest. */
    private OutboundFailure tooLarge() {
        abort.run();
        return new OutboundFailure(
                Code.RESPONSE_TOO_LARGE, "The answer is larger than " + policy.maxBytes() + " bytes.");
    }

    private OutboundFailure invalidEncoding() {
        abort.run();
        return new OutboundFailure(Code.INVALID_RESPONSE, "The answer has an encoding that was not asked for.");
    }
}
