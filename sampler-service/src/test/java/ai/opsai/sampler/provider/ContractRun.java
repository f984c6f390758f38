package ai.opsai.sampler.provider;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.RateLimit;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.StreamReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a case of a contract: scripts the provider, reads to the end, and keeps what came of it. */
final class ContractRun {

    static final String TOKEN = "token-of-the-vault";
    /** 2026-03-04T05:06:07Z is 1772600767. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    private final FakeProvider server;
    private final StreamReader reader =
            new StreamReader(OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true)), _ -> {}, CLOCK);

    ContractRun(FakeProvider server) {
        this.server = server;
    }

    /** What came of a case: rows, and what ended the read before its time. */
    record Played(
            List<Map<String, @Nullable Object>> rows,
            @Nullable Long total,
            @Nullable ProviderFailure failure,
            @Nullable Duration waits) {}

    Played play(ContractCase tried) {
        server.reset();
        tried.exchanges().forEach(exchange -> server.on(exchange.path(), exchange.reply(server.url())));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        try {
            Long total = read(tried, rows);
            return new Played(rows, total, null, null);
        } catch (ProviderFailure e) {
            return new Played(rows, null, e, null);
        } catch (ProviderThrottled e) {
            return new Played(rows, null, null, Duration.between(CLOCK.instant(), e.retryAt()));
        }
    }

    /** All rows that the cases of a contract read, by entity. */
    Map<String, List<Map<String, @Nullable Object>>> rows(Contract contract) {
        var rows = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        contract.cases().stream()
                .filter(ContractCase::readsRows)
                .forEach(each -> rows.computeIfAbsent(each.entity(), _ -> new ArrayList<>())
                        .addAll(play(each).rows()));
        return rows;
    }

    /** How many rows the provider says it has, where the case asks for that. */
    private @Nullable Long read(ContractCase tried, List<Map<String, @Nullable Object>> rows) {
        ProviderAccess access = access(tried.contract());
        ContractCase.Reads reads = tried.reads(plan -> reader.slices(plan, access, _ -> tried.parents()));
        var budget = new RequestBudget(50, 0, unhurried(tried.contract().provider()));
        Position at = reads.slices().isEmpty() ? null : Position.START;
        Long total = null;
        while (at != null) {
            Page page = reader.page(reads.plan(), reads.slices(), at, access, budget);
            rows.addAll(page.records());
            total = tried.total(page);
            at = page.next();
        }
        return total;
    }

    /** Knows how the provider says that it is too much, and lets pass everything else. */
    private static Pace unhurried(SampledProvider provider) {
        return new Pace() {
            @Override
            public RateLimit limit() {
                return provider.courtesy().limit();
            }

            @Override
            public Duration take(Duration patience) {
                return Duration.ZERO;
            }

            @Override
            public void holdUntil(Instant moment) {}
        };
    }

    /** As a run of the sampler has it. */
    private ProviderAccess access(Contract contract) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>(contract.plain("variables"));
        config.put("access_token", TOKEN);
        config.put("credentials", Map.of("access_token", TOKEN));
        return new ProviderAccess(
                TOKEN, contract.header(), config, Set.of("127.0.0.1"), URI.create(server.url() + contract.base()));
    }
}
