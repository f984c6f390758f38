package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.token.TokenHeader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tests of the engine have in common: a clock that stands, pauses that take no time, a read to the end. */
final class Connectors {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Connectors() {}

    static Connector compile(String yaml) {
        return ConnectorCompiler.compile("test", Manifest.read("test.yaml", yaml));
    }

    static StreamPlan plan(String yaml, String stream) {
        return compile(yaml).plan(stream).orElseThrow();
    }

    static StreamReader reader(List<Duration> pauses) {
        var policy = OutboundPolicy.publicOnly()
                .withPrivate(true)
                .withTimes(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5));
        return new StreamReader(OutboundHttp.guarded(policy), pauses::add, CLOCK);
    }

    static ProviderAccess access(String base, Map<String, @Nullable Object> config) {
        return access(base, config, TokenHeader.BEARER);
    }

    static ProviderAccess access(String base, Map<String, @Nullable Object> config, TokenHeader header) {
        return new ProviderAccess("s3cret-token", header, config, Set.of("127.0.0.1"), java.net.URI.create(base));
    }

    static ProviderAccess access(String base) {
        return access(base, Map.of("access_token", "s3cret-token"));
    }

    /** As a connector that somebody brings has it: keys in the configuration, no token of ours, the hosts it names. */
    static ProviderAccess own(Map<String, @Nullable Object> config) {
        return new ProviderAccess("", TokenHeader.BEARER, config, Set.of(), null);
    }

    /** What the stream {@code things} of a manifest says, read with a configuration. */
    static List<Map<String, @Nullable Object>> readOwn(String yaml, Map<String, @Nullable Object> config) {
        return readAll(reader(new ArrayList<>()), plan(yaml, "things"), own(config), _ -> List.of());
    }

    /** All records of a stream, page after page. */
    static List<Map<String, @Nullable Object>> readAll(
            StreamReader reader, StreamPlan plan, ProviderAccess access, ParentRecords parents) {
        var records = new ArrayList<Map<String, @Nullable Object>>();
        List<Slice> slices = reader.slices(plan, access, parents);
        var budget = new RequestBudget(100, 0);
        Position at = slices.isEmpty() ? null : Position.START;
        while (at != null) {
            Page page = reader.page(plan, slices, at, access, budget);
            records.addAll(page.records());
            at = page.next();
        }
        return records;
    }

    static List<Map<String, @Nullable Object>> readAll(String yaml, String stream, String base) {
        return readAll(reader(new ArrayList<>()), plan(yaml, stream), access(base), _ -> List.of());
    }
}
