package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Address;
import ai.opsai.auth.provider.Templates;
import ai.opsai.auth.provider.Variable;
import ai.opsai.auth.provider.Variables;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in templates are variables that may stand there, and none can lead to a host that the file does not name. */
final class TemplateCheck {

    private static final List<String> PLAIN = List.of("variables", "changes", "sources", "identity.body");
    private static final Set<String> OF_A_GRANT = Set.of("client_id", "account_id", "access_token", "refresh_token");
    private static final Pattern ADDRESSES =
            Pattern.compile("oauth\\.([a-z]+Uri|revoke\\.uri)|api\\.base|(identity|postConnect)\\.path");
    private static final Pattern FIXED_END = Pattern.compile(".*(?:^|[.}])[a-z0-9-]*\\.[a-z0-9-]+\\.[a-z]+");

    private final Variables variables;
    private final Complaints complaints;

    TemplateCheck(Variables variables, Complaints complaints) {
        this.variables = variables;
        this.complaints = complaints;
    }

    void check(List<Leaf> leaves) {
        leaves.stream().filter(leaf -> PLAIN.stream().noneMatch(leaf::under)).forEach(this::check);
    }

    private void check(Leaf leaf) {
        for (String name : Templates.names(leaf.text())) {
            if (!(leaf.under("oauth.revoke") && OF_A_GRANT.contains(name))) {
                checkName(leaf, name);
            }
        }
        if (leaf.path().equals("api.allowedHosts")) {
            checkHost(leaf, leaf.text());
        } else if (ADDRESSES.matcher(leaf.path()).matches()
                && leaf.text().matches("(https?://|\\{[a-z0-9_]+}(/|$)).*")) {
            checkHost(leaf, new Address(leaf.text()).origin());
        }
    }

    private void checkName(Leaf leaf, String name) {
        Variable variable = variables.find(name);
        if (variable == null) {
            complaints.add(leaf.node(), leaf.path(), "{" + name + "} is no variable of this file");
        } else if (variable.secret() && !leaf.under("credentials")) {
            complaints.add(leaf.node(), leaf.path(), "{" + name + "} is secret and may fill credentials only");
        }
    }

    /** @param host a host, an origin, or the one name that stands for an origin */
    private void checkHost(Leaf leaf, String host) {
        Set<String> names = Templates.names(host);
        for (String name : names) {
            Variable variable = variables.find(name);
            boolean whole = host.equals("{" + name + "}");
            if (variable == null) {
                continue;
            }
            if (whole && !Patterns.origin(variable.pattern())) {
                complaints.add(
                        leaf.node(),
                        leaf.path(),
                        "{" + name + "} stands for a whole origin, so its pattern must"
                                + " be an https origin of a fixed domain, as in https://[a-z0-9-]{1,63}\\.acme\\.com");
            } else if (!whole && !Patterns.label(variable.pattern())) {
                complaints.add(
                        leaf.node(),
                        leaf.path(),
                        "{" + name + "} stands in a host, so its pattern must forbid dots"
                                + " and slashes, as in [a-z0-9-]{1,63}");
            } else if (!whole && !FIXED_END.matcher(host).matches()) {
                complaints.add(leaf.node(), leaf.path(), "the last two labels of a host must be fixed");
            }
        }
    }
}
