package ai.opsai.auth.provider;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says at the start of the service which providers change soon, so that nobody learns it from a failing refresh. */
final class ChangeWarnings implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWarnings.class);

    private static final int DAYS_AHEAD = 120;

    private final Catalogue catalogue;
    private final Clock clock;

    ChangeWarnings(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        soon(catalogue.all(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .forEach(LOG::warn);
    }

    /** A line for each change within the next 120 days. */
    static List<String> soon(List<Provider> providers, LocalDate today) {
        return providers.stream()
                .flatMap(provider -> provider.changes().stream()
                        .filter(change ->
                                !change.on().isBefore(today) && !change.on().isAfter(today.plusDays(DAYS_AHEAD)))
                        .map(change -> provider.name() + " changes on " + change.on() + ": " + change.what() + " ("
                                + change.source() + ")"))
                .toList();
    }
}
