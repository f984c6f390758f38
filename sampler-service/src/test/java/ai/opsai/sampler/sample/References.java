package ai.opsai.sampler.sample;

import ai.opsai.sandbox.world.Provider;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The references that the providers' documentation names, and how many of their values find the row they mean. */
final class References {

    /** @param path by JSON member, a star for each item */
    private record Reference(Provider from, String entity, String path, Provider to, String parent, String key) {}

    private static final List<Reference> ALL = List.of(
            stripe("subscriptions", "customer", "customers"),
            stripe("subscriptions", "items/data/*/price/product", "products"),
            stripe("invoices", "customer", "customers"),
            stripe("invoices", "subscription", "subscriptions"),
            stripe("invoices", "lines/data/*/price/product", "products"),
            stripe("invoices", "charge", "charges"),
            stripe("charges", "customer", "customers"),
            stripe("charges", "invoice", "invoices"),
            hubspot("contacts", "properties/associatedcompanyid", "companies"),
            hubspot("contacts", "associations/companies/results/*/id", "companies"),
            hubspot("deals", "associations/contacts/results/*/id", "contacts"),
            hubspot("deals", "associations/companies/results/*/id", "companies"),
            github("issues", "user/login", "users", "login"),
            github("issues", "assignee/login", "users", "login"),
            github("issues", "assignees/*/login", "users", "login"),
            github("issues", "repository_url", "repositories", "url"),
            across(Provider.STRIPE, "customers", "metadata/github_login", Provider.GITHUB, "users", "login"),
            across(Provider.STRIPE, "customers", "metadata/hubspot_contact_id", Provider.HUBSPOT, "contacts", "id"),
            across(Provider.HUBSPOT, "contacts", "properties/github_username", Provider.GITHUB, "users", "login"));

    private final Onboarding onboarding;

    References(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    private static Reference stripe(String entity, String path, String parent) {
        return across(Provider.STRIPE, entity, path, Provider.STRIPE, parent, "id");
    }

    private static Reference hubspot(String entity, String path, String parent) {
        return across(Provider.HUBSPOT, entity, path, Provider.HUBSPOT, parent, "id");
    }

    private static Reference github(String entity, String path, String parent, String key) {
        return across(Provider.GITHUB, entity, path, Provider.GITHUB, parent, key);
    }

    private static Reference across(Provider from, String entity, String path, Provider to, String parent, String key) {
        return new Reference(from, entity, path, to, parent, key);
    }

    /** By reference, as {@code stripe.invoices.customer}. */
    Map<String, Share> shares() {
        var shares = new TreeMap<String, Share>();
        for (Reference reference : ALL) {
            Share share = share(reference);
            if (share.whole() > 0) {
                shares.put(reference.from().id() + "." + reference.entity() + "." + reference.path(), share);
            }
        }
        return shares;
    }

    private Share share(Reference reference) {
        Set<String> parents = new HashSet<>();
        onboarding
                .rows(reference.to(), reference.parent())
                .forEach(row -> parents.add(row.path(reference.key()).asString()));
        Share share = Share.NONE;
        for (JsonNode row : onboarding.rows(reference.from(), reference.entity())) {
            for (String value :
                    values(row, List.of(reference.path().split("/"))).toList()) {
                share = share.and(parents.contains(value));
            }
        }
        return share;
    }

    private static Stream<String> values(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return node.isValueNode() && !node.isNull() ? Stream.of(node.asString()) : Stream.empty();
        }
        List<String> rest = path.subList(1, path.size());
        return path.getFirst().equals("*")
                ? node.valueStream().flatMap(item -> values(item, rest))
                : values(node.path(path.getFirst()), rest);
    }
}
