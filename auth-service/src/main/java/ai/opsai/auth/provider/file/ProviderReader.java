package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Credentials;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Way;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one provider file. */
final class ProviderReader {

    private static final String ID = "[a-z][a-z0-9]{1,31}";

    /** What an operator's file says about the sample: the sampler reads it from the same file. */
    private static final List<String> OF_THE_SAMPLER =
            List.of("budget", "entities", "lookups", "parents", "labels", "testMode", "metrics", "businessModel");

    private final Complaints complaints;
    private final Knobs root;
    private final List<Leaf> leaves;

    private ProviderReader(Node node, Complaints complaints) {
        this.complaints = complaints;
        this.root = new Knobs(node, "", complaints);
        this.leaves = Leaf.of(node).stream()
                .filter(leaf -> OF_THE_SAMPLER.stream().noneMatch(leaf::under))
                .toList();
    }

    /**
     * @param sourced whether every fact must have a source
     * @throws InvalidProviderFile with all that is wrong
     */
    static Provider read(String file, String yaml, boolean sourced) {
        Complaints complaints = new Complaints(file);
        Provider provider = new ProviderReader(tree(file, yaml), complaints).provider(sourced);
        complaints.throwIfAny();
        return provider;
    }

    private static Node tree(String file, String yaml) {
        try {
            return new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(yaml)
                    .orElseThrow(() -> new InvalidProviderFile(file + ":1: the file is empty"));
        } catch (YamlEngineException e) {
            throw new InvalidProviderFile(file + ": is no YAML: " + e.getMessage());
        }
    }

    private Provider provider(boolean sourced) {
        Knobs oauth = root.child("oauth");
        Provider provider = new Provider(
                id(),
                root.text("name"),
                root.each("connect", Way.TOKEN, "one of oauth2, token, config", ProviderReader::way),
                VariablesReader.read(root),
                oauth == null ? null : new OAuthReader(oauth).read(),
                ApiReader.credentials(root.child("credentials")),
                root.levels("postConnect").stream().map(ApiReader::lookup).toList(),
                ApiReader.api(root.required("api")),
                ApiReader.identity(root.required("identity")),
                ApiReader.rateLimit(root.child("rateLimit")),
                ApiReader.webhook(root.child("webhook")),
                FactsReader.changes(root),
                FactsReader.sources(root));
        check(provider, sourced);
        return provider;
    }

    private String id() {
        String id = root.text("id");
        if (!id.isEmpty() && !id.matches(ID)) {
            root.complain("id", "must match " + ID);
        }
        return id;
    }

    private static Way way(String text) {
        return Stream.of(Way.values())
                .filter(way -> way.wire().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private void check(Provider provider, boolean sourced) {
        new TemplateCheck(provider.variables(), complaints).check(leaves);
        checkWays(provider);
        HostCheck.check(provider, root);
        if (sourced || root.has("sources")) {
            new SourceCheck(leaves, complaints).check();
        }
        root.ignore(OF_THE_SAMPLER);
        root.complainOfUnknown();
    }

    private void checkWays(Provider provider) {
        if (provider.connect().isEmpty()) {
            root.complain("connect", "names no way to connect");
        }
        if (provider.connect().contains(Way.OAUTH2) != (provider.oauth() != null)) {
            root.complain("connect", "oauth2 and the knob oauth go together");
        }
        if (provider.connect().contains(Way.CONFIG) != root.has("credentials")) {
            root.complain("connect", "config and the knob credentials go together");
        }
        if (provider.credentials() != null && !secret(provider, provider.credentials())) {
            root.complain("credentials", "must name a variable that is secret");
        }
    }

    private static boolean secret(Provider provider, Credentials credentials) {
        return credentials.names().stream()
                .map(provider.variables()::find)
                .anyMatch(variable -> variable != null && variable.secret());
    }
}
