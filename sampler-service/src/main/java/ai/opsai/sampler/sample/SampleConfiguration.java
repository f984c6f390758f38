package ai.opsai.sampler.sample;

import static ai.opsai.platform.background.BackgroundLoop.Next.AFTER_PAUSE;
import static ai.opsai.platform.background.BackgroundLoop.Next.AT_ONCE;

import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import ai.opsai.platform.messaging.ProgressPublisher;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.own.TenantProviders;
import ai.opsai.sampler.sample.Runs.Announcements;
import ai.opsai.sampler.sample.Sampling.SamplingParts;
import ai.opsai.sampler.token.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the making of samples. */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final int READS_PER_TENANT = 8;

    @Bean
    OutboundHttp providerHttp(Environment environment) {
        boolean allowPrivate = environment.getProperty("opsai.outbound.allow-private", Boolean.class, false);
        return OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(allowPrivate));
    }

    @Bean
    Samples samples(TenantTransactions transactions, JdbcClient jdbc) {
        return new SampleStore(transactions, jdbc);
    }

    @Bean
    LinkedSampler linkedSampler(OutboundHttp providerHttp, Tokens tokens, Samples samples, Clock clock) {
        return new LinkedSampler(providerHttp, tokens, samples, clock);
    }

    @Bean
    SamplingMeters samplingMeters(MeterRegistry meters) {
        return new SamplingMeters(meters);
    }

    @Bean
    Lanes lanes(Environment environment) {
        return new Lanes(environment.getProperty("opsai.sampling.reads-per-tenant", Integer.class, READS_PER_TENANT));
    }

    @Bean
    Paces paces(TenantTransactions transactions, JdbcClient jdbc, Clock clock, SamplingMeters meters) {
        return new Paces(transactions, jdbc, clock, meters);
    }

    /** Accounts come and go. */
    @Bean
    BackgroundLoop forgottenPaces(Paces paces) {
        return BackgroundLoop.of("forget-paces", Duration.ofHours(1), () -> paces.forget() ? AT_ONCE : AFTER_PAUSE);
    }

    @Bean
    Announcements announcements(ProgressPublisher publisher, EventFactory events) {
        return new Announcements(publisher, events);
    }

    @Bean
    Runs runs(TenantTransactions transactions, JdbcClient jdbc, Announcements announcements, Paces paces, Lanes lanes) {
        return new Runs(transactions, jdbc, announcements, paces, lanes);
    }

    @Bean
    SamplingParts samplingParts(Environment environment, Runs runs, SamplingMeters meters) {
        long maxBytes = environment.getProperty("opsai.samples.max-bytes", Long.class, MAX_BYTES);
        return new SamplingParts(runs, new Finishing(maxBytes), meters);
    }

    @Bean
    SamplePublication samplePublication(
            TenantTransactions transactions, JdbcClient jdbc, Outbox outbox, EventFactory events) {
        return new SamplePublication(transactions, jdbc, outbox, events);
    }

    @Bean
    Sampling sampling(
            TenantProviders providers,
            LinkedSampler sampler,
            SamplePublication publication,
            SamplingParts parts,
            Clock clock) {
        return new Sampling(providers, sampler, publication, parts, clock);
    }
}
