package ai.opsai.sampler.sample;

import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The full records of a world, and by which values they say themselves that they are about the same person or company.
 * Read record by record from the providers, without the code under test.
 */
final class WorldRecords implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<RecordRef, Set<String>> values = new HashMap<>();

    WorldRecords(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Whether the two records share an e-mail, login, id, or, as companies, the domain. */
    boolean share(RecordRef one, RecordRef other) {
        return !Collections.disjoint(values(one), values(other));
    }

    private Set<String> values(RecordRef record) {
        Set<String> known = values.get(record);
        if (known == null) {
            known = read(record);
            values.put(record, known);
        }
        return known;
    }

    private Set<String> read(RecordRef record) {
        var found = new TreeSet<String>();
        found.add(record.provider().id() + " " + record.id());
        switch (record.entity()) {
            case "users" -> email(found, get(record, "/users/" + record.id()).path("email"));
            case "orgs" -> domain(found, get(record, "/orgs/" + record.id()).path("email"));
            case "customers" -> customer(found, get(record, "/v1/customers/" + record.id()));
            case "contacts" -> {
                JsonNode contact = get(
                                record,
                                "/crm/v3/objects/contacts/" + record.id()
                                        + "?properties=email,hs_additional_emails,github_username")
                        .path("properties");
                email(found, contact.path("email"));
                email(found, contact.path("hs_additional_emails"));
                add(found, "github ", contact.path("github_username"));
            }
            case "companies" ->
                add(
                        found,
                        "domain ",
                        get(record, "/crm/v3/objects/companies/" + record.id() + "?properties=domain")
                                .path("properties")
                                .path("domain"));
            default -> throw new IllegalArgumentException(record.entity());
        }
        return found;
    }

    private static void customer(Set<String> found, JsonNode customer) {
        email(found, customer.path("email"));
        if (customer.path("description").asString("").equals("Company account")) {
            domain(found, customer.path("email"));
        }
        add(found, "github ", customer.path("metadata").path("github_login"));
        add(found, "hubspot ", customer.path("metadata").path("hubspot_contact_id"));
    }

    private static void email(Set<String> found, JsonNode email) {
        add(found, "email ", email);
    }

    private static void domain(Set<String> found, JsonNode email) {
        String text = email.asString("");
        if (!text.isEmpty()) {
            found.add("domain " + text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT));
        }
    }

    private static void add(Set<String> found, String kind, JsonNode value) {
        String text = value.asString("");
        if (!text.isEmpty()) {
            found.add(kind + text.toLowerCase(Locale.ROOT));
        }
    }

    private JsonNode get(RecordRef record, String path) {
        Provider provider = record.provider();
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl(provider) + path))
                .header("Authorization", "Bearer " + sandbox.token(provider, record.account()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
