package ai.opsai.sampler.sample;

import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs of a made-up provider, without database and broker. */
final class Shop {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    static final SampledProvider PROVIDER =
            ProviderFiles.in(Path.of("src/test/resources/providers")).getFirst();

    static final Instant DEADLINE = Instant.parse("2026-03-04T05:21:07Z");
    /** Room for any number of reads. */
    static final Lane LANE = new Lane() {
        @Override
        public <T> T in(Supplier<T> read) {
            return read.get();
        }
    };

    private Shop() {}

    static SampleOrder order() {
        return new SampleOrder(
                UUID.randomUUID(), "default", UUID.randomUUID(), 1, 1, SamplePurpose.CONNECT, "shop", "flow", "cause");
    }

    static RunContext run(Tokens tokens, Pages pages) {
        return run(tokens, pages, List.of());
    }

    static RunContext run(Tokens tokens, Pages pages, List<String> granted) {
        return run(PROVIDER, tokens, pages, granted);
    }

    static RunContext run(SampledProvider provider, Tokens tokens, Pages pages, List<String> granted) {
        SampleOrder order = order();
        var http = OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true));
        var reader = new StreamReader(http, _ -> {}, CLOCK);
        var budget = new RequestBudget(provider.requests(), pages.requests());
        var reads = new StoredReads(reader, new Access(tokens, order, CLOCK), pages, LANE, budget);
        Map<String, Collected> entities = new LinkedHashMap<>();
        return new RunContext(order, provider, granted, entities, reads, budget, (step, done, total) -> {}, DEADLINE);
    }
}
