package ai.opsai.sampler.own;

import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that a manifest leads to under one configuration: those of every base address in it. Nothing else may be
 * called with the secrets of that configuration.
 */
public final class ConnectorHosts {

    private static final Set<String> ADDRESSES =
            Set.of("url_base", "url", "token_refresh_endpoint", "login_url", "access_token_url");

    private final Scope scope;
    private final Set<String> hosts = new TreeSet<>();

    private ConnectorHosts(Scope scope) {
        this.scope = scope;
    }

    public static Set<String> of(ManifestText text, Map<String, @Nullable Object> config, Clock clock) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("config", config);
        variables.put("parameters", Map.of());
        var hosts = new ConnectorHosts(new Scope(variables, clock));
        Manifest manifest = text.manifest();
        manifest.streams().forEach(stream -> hosts.collect(manifest, stream, "streams"));
        manifest.dynamicStreams().forEach(template -> hosts.collect(manifest, template, "dynamic_streams"));
        return hosts.hosts;
    }

    private void collect(Manifest manifest, Source stream, String field) {
        try {
            collect(manifest.resolve(stream, "DeclarativeSource", field), scope);
        } catch (ManifestException e) {
            // A stream that can't be read calls nobody.
        }
    }

    private void collect(Source source, Scope around) {
        switch (source) {
            case Source.Mapping mapping -> {
                Scope inner = mapping.get("$parameters") instanceof Source.Mapping parameters
                        ? around.with("parameters", parameters.plain())
                        : around;
                mapping.entries().forEach((key, value) -> {
                    if (ADDRESSES.contains(key) && value instanceof Source.Scalar scalar) {
                        add(String.valueOf(scalar.value()), inner);
                    } else {
                        collect(value, inner);
                    }
                });
            }
            case Source.Items items -> items.items().forEach(item -> collect(item, around));
            case Source.Scalar _ -> {}
        }
    }

    private void add(String address, Scope inner) {
        try {
            URI uri = URI.create(Template.parse(address).text(inner).strip());
            if (uri.getHost() != null) {
                int port = uri.getPort();
                hosts.add(uri.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port));
            }
        } catch (ExpressionException | IllegalArgumentException e) {
            // An address that only a running read can complete opens no host by itself.
        }
    }
}
