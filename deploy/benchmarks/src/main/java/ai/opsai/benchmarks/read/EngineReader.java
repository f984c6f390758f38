package ai.opsai.benchmarks.read;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.connector.ConnectorCompiler;
import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.token.TokenHeader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** The connector engine by a manifest, through the guarded client, as a sample is read. */
public final class EngineReader implements Reader {

    private static final String MANIFEST = """
        version: 6.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [customers]}
        streams:
          - type: DeclarativeStream
            name: customers
            primary_key: [id]
            retriever:
              type: SimpleRetriever
              requester:
                type: HttpRequester
                url_base: https://provider.example
                path: customers
                authenticator: {type: BearerAuthenticator, api_token: "{{ config['token'] }}"}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [data]}}
              paginator:
                type: DefaultPaginator
                page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: after}
                pagination_strategy:
                  type: CursorPagination
                  cursor_value: "{{ response.get('next', {}) }}"
                  stop_condition: "{{ not response.get('next', {}) }}"
        """;

    private final StreamPlan plan;
    private final ProviderAccess access;
    private final StreamReader reader;

    public EngineReader(PagedProvider provider, Clock clock) {
        this.plan = ConnectorCompiler.compile("benchmark", Manifest.read("benchmark.yaml", MANIFEST))
                .plan("customers")
                .orElseThrow();
        this.access = new ProviderAccess(
                "token", TokenHeader.BEARER, Map.of("token", "token"), Set.of("127.0.0.1"), provider.address());
        this.reader = new StreamReader(
                OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true)), Pause.sleeping(), clock);
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void read(IntConsumer page) {
        List<Slice> slices = reader.slices(plan, access, _ -> List.of());
        var budget = new RequestBudget(Integer.MAX_VALUE, 0);
        int count = 0;
        Position at = Position.START;
        while (at != null) {
            Page read = reader.page(plan, slices, at, access, budget);
            count += read.records().size();
            page.accept(count);
            at = read.next();
        }
    }
}
