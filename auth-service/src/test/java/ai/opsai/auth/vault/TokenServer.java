package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A token endpoint that rotates refresh tokens, and answers otherwise when a test says so. */
final class TokenServer implements Refresher {

    final List<String> spent = new CopyOnWriteArrayList<>();
    private final AtomicInteger issued = new AtomicInteger(1);
    private final Clock clock;
    private volatile Function<String, Refreshed> script = this::rotate;
    private volatile String valid = "r1";

    TokenServer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Refreshed refresh(Provider provider, Secret access, Secret refresh) {
        spent.add(refresh.reveal());
        return script.apply(refresh.reveal());
    }

    void answers(Function<String, Refreshed> how) {
        script = how;
    }

    void recovers() {
        script = this::rotate;
    }

    /** The next tokens, and only the newest refresh token is good. */
    Refreshed rotate(String refresh) {
        return refresh.equals(valid) ? next() : new Refreshed.Refused("invalid_grant");
    }

    Refreshed next() {
        int number = issued.incrementAndGet();
        valid = "r" + number;
        return new Refreshed.Given(tokens("a" + number, valid, Duration.ofHours(1)));
    }

    Tokens tokens(String access, @Nullable String refresh, @Nullable Duration life) {
        return new Tokens(
                Secret.of(access),
                refresh == null ? null : Secret.of(refresh),
                life == null ? null : clock.instant().plus(life));
    }
}
