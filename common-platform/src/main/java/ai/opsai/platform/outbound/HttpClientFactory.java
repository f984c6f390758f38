package ai.opsai.platform.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The library with every convenience off that would act behind our back: redirects, cookies, retries, decoding. */
final class HttpClientFactory {

    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final int PER_HOST = 32;
    private static final int IN_ALL = 256;

    /** Nothing is sent twice, so a connection that the other side may have closed is not worth keeping. */
    private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(30);

    private HttpClientFactory() {}

    static CloseableHttpClient create(OutboundPolicy policy, DnsResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(connections(policy, resolver))
                .setDefaultRequestConfig(requests(policy))
                .setUserAgent("opsai-onboarding")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(OutboundPolicy policy, DnsResolver resolver) {
        Timeout connect = Timeout.of(policy.connect());
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MAX_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxEmptyLineCount(2)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(policy.firstByte()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(KEPT_OPEN)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnPerRoute(PER_HOST)
                .setMaxConnTotal(IN_ALL)
                .build();
    }

    private static RequestConfig requests(OutboundPolicy policy) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(policy.firstByte()))
                .setResponseTimeout(Timeout.of(policy.firstByte()))
                .setProtocolUpgradeEnabled(false)
                .build();
    }
}
