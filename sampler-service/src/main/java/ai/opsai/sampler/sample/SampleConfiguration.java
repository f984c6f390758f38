package ai.opsai.sampler.sample;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import ai.opsai.platform.messaging.ProgressPublisher;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.provider.SampledProviders;
import ai.opsai.sampler.sample.Sampling.SamplingParts;
import ai.opsai.sampler.token.Tokens;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the making of samples. */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    private static final long MAX_BYTES = 16L * 1024 * 1024;

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
    SamplingParts samplingParts(
            Environment environment,
            TenantTransactions transactions,
            JdbcClient jdbc,
            ProgressPublisher progress,
            EventFactory events) {
        long maxBytes = environment.getProperty("opsai.samples.max-bytes", Long.class, MAX_BYTES);
        return new SamplingParts(transactions, jdbc, progress, events, new Finishing(maxBytes));
    }

    @Bean
    SamplePublication samplePublication(
            TenantTransactions transactions, JdbcClient jdbc, Outbox outbox, EventFactory events) {
        return new SamplePublication(transactions, jdbc, outbox, events);
    }

    @Bean
    Sampling sampling(
            SampledProviders providers,
            LinkedSampler sampler,
            SamplePublication publication,
            SamplingParts parts,
            Clock clock) {
        return new Sampling(providers, sampler, publication, parts, clock);
    }
}
