package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Times refreshes, by provider and by what came of them. */
final class MeteredRefresher implements Refresher {

    private final Refresher refresher;
    private final MeterRegistry meters;

    MeteredRefresher(Refresher refresher, MeterRegistry meters) {
        this.refresher = refresher;
        this.meters = meters;
    }

    @Override
    public Refreshed refresh(Provider provider, Secret access, Secret refresh) {
        Timer.Sample time = Timer.start(meters);
        Refreshed refreshed = refresher.refresh(provider, access, refresh);
        time.stop(meters.timer("opsai.token.refreshes", "provider", provider.id(), "outcome", outcome(refreshed)));
        return refreshed;
    }

    private static String outcome(Refreshed refreshed) {
        return switch (refreshed) {
            case Refreshed.Given _ -> "given";
            case Refreshed.Refused _ -> "refused";
            case Refreshed.Unanswered _ -> "unanswered";
        };
    }
}
