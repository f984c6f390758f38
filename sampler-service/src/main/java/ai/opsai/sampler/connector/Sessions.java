package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that logins gave, kept in memory until they end. Known by a digest of the whole login: whoever sends the same
 * credentials to the same place shares a session, and nobody else does. Thread-safe.
 */
final class Sessions {

    private static final int MOST = 1_000;

    private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** A token and its end. */
    record Session(String token, Instant until) {
        @Override
        public String toString() {
            return "Session[***]";
        }
    }

    synchronized @Nullable String find(String key, Instant now) {
        Session session = sessions.get(key);
        return session == null || !session.until().isAfter(now) ? null : session.token();
    }

    synchronized void keep(String key, Session session) {
        sessions.put(key, session);
        if (sessions.size() > MOST) {
            sessions.pollFirstEntry();
        }
    }

    synchronized void drop(String key) {
        sessions.remove(key);
    }

    static String key(OutboundRequest login) {
        List<String> parts = new ArrayList<>(List.of(login.method(), login.uri().toString()));
        login.headers().forEach((name, value) -> parts.addAll(List.of(name, value)));
        byte[] body = login.body();
        parts.add(body == null ? "" : new String(body, StandardCharsets.UTF_8));
        return key(parts);
    }

    /** Each part is closed by a zero, so that no two lists of parts have the same digest. */
    static String key(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
