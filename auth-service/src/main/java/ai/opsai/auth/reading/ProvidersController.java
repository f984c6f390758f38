package ai.opsai.auth.reading;

import ai.opsai.auth.page.Pages;
import ai.opsai.auth.page.Slice;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Variable;
import ai.opsai.auth.provider.Way;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class ProvidersController {

    private final Catalogue catalogue;
    private final ConnectorEntities entities;
    private final TenantConnectors own;
    private final Pages pages;

    ProvidersController(Catalogue catalogue, ConnectorEntities entities, TenantConnectors own, Pages pages) {
        this.catalogue = catalogue;
        this.entities = entities;
        this.own = own;
        this.pages = pages;
    }

    record ProviderView(
            String id,
            String name,
            List<Way> connect,
            boolean configured,
            boolean verified,
            List<String> scopes,
            @Nullable List<String> entities,
            List<VariableView> variables,
            @Nullable Boolean custom) {

        /** One that stands behind a tenant's own connector; its configSchema says what it wants to know. */
        static ProviderView own(JsonNode connector) {
            return new ProviderView(
                    connector.path("connectorId").asString(),
                    connector.path("name").asString(),
                    List.of(Way.CONFIG),
                    false,
                    false,
                    List.of(),
                    connector
                            .path("entities")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList(),
                    List.of(),
                    true);
        }
    }

    record VariableView(
            String name,
            String label,
            String pattern,
            @Nullable String example,
            boolean required,
            boolean secret) {

        static VariableView of(Variable variable) {
            return new VariableView(
                    variable.name(),
                    variable.label(),
                    variable.pattern().pattern(),
                    variable.example(),
                    variable.required(),
                    variable.secret());
        }
    }

    @GetMapping("/api/providers")
    Slice<ProviderView> list(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return pages.page(cursor, limit, (id, most) -> behind(tenantId, id, most), ProviderView::id, "providers");
    }

    private List<ProviderView> behind(@Nullable String tenant, @Nullable String id, int limit) {
        Map<String, List<String>> known = entities.byProvider();
        Stream<ProviderView> ours = catalogue.all().stream().map(provider -> view(provider, known.get(provider.id())));
        Stream<ProviderView> theirs =
                tenant == null ? Stream.of() : own.of(tenant).stream().map(ProviderView::own);
        return Stream.concat(ours, theirs)
                .filter(provider -> id == null || provider.id().compareTo(id) > 0)
                .sorted(Comparator.comparing(ProviderView::id))
                .limit(limit)
                .toList();
    }

    private static ProviderView view(Provider provider, @Nullable List<String> entities) {
        OAuth oauth = provider.oauth();
        return new ProviderView(
                provider.id(),
                provider.name(),
                provider.connect(),
                provider.configured(),
                provider.verified(),
                oauth == null ? List.of() : oauth.scopes(),
                entities,
                provider.variables().asked().stream().map(VariableView::of).toList(),
                null);
    }
}
