package ai.opsai.sandbox.oauth;

import ai.opsai.sandbox.world.Provider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All tokens in circulation. Thread-safe. A test can make providers behave worse: rotate refresh tokens, expire or revoke
 * what is out there.
 */
public final class TokenStore {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Access> access = new ConcurrentHashMap<>();
    private final Map<String, Access> refresh = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile boolean rotating;

    public TokenStore(Clock clock) {
        this.clock = clock;
    }

    /** The token to paste for this account: it opens everything and never expires. */
    public static String pasted(Provider provider, String account) {
        String token = "sandbox-" + provider.id() + "-token";
        return account.equals("acme") ? token : token + "-" + account;
    }

    public void keepPasted(Provider provider, String account) {
        access.put(pasted(provider, account), new Access(provider, account, List.of(), null));
    }

    /** What the token opens at this provider, expired or not; null for a token that is unknown there. */
    public @Nullable Access find(Provider provider, @Nullable String token) {
        Access found = token == null ? null : access.get(token);
        return found != null && found.provider() == provider ? found : null;
    }

    /** Whether refresh tokens work once only, as they do at providers that rotate them. */
    public void rotateRefreshTokens(boolean rotate) {
        this.rotating = rotate;
    }

    /** Lets every access token of the provider that came from a consent expire now; refresh tokens stay. */
    public void expireAccessTokens(Provider provider) {
        Instant now = clock.instant();
        access.replaceAll(
                (_, held) -> held.provider() == provider && !held.scopes().isEmpty()
                        ? new Access(held.provider(), held.account(), held.scopes(), now)
                        : held);
    }

    /** As if the account's owner had removed the app: none of its tokens works any more. */
    public void revokeAccount(Provider provider, String account) {
        access.values()
                .removeIf(held -> held.provider() == provider && held.account().equals(account));
        refresh.values()
                .removeIf(held -> held.provider() == provider && held.account().equals(account));
    }

    String issue(String prefix, int length, Access opened) {
        String token = prefix + random(length);
        access.put(token, opened);
        return token;
    }

    String issueRefresh(String prefix, int length, Access opened) {
        String token = prefix + random(length);
        refresh.put(token, opened);
        return token;
    }

    /** What a refresh token renews; null when it is unknown. */
    @Nullable
    Access renewable(Provider provider, String token) {
        Access found = refresh.get(token);
        return found != null && found.provider() == provider ? found : null;
    }

    /** The refresh token that goes on after {@code token} was used: itself, or a new one that replaces it. */
    String next(String token, String prefix, int length, boolean always, Access opened) {
        if (!rotating && !always) {
            return token;
        }
        refresh.remove(token);
        return issueRefresh(prefix, length, opened);
    }

    boolean revoke(String token) {
        boolean opened = access.remove(token) != null;
        boolean renewed = refresh.remove(token) != null;
        return opened || renewed;
    }

    Instant in(Duration life) {
        return clock.instant().plus(life);
    }

    String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
