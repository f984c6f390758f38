package ai.opsai.sandbox.control;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Company;
import ai.opsai.sandbox.world.LookAlike;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Subject;
import ai.opsai.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One account's people, companies and look-alikes with their records, for tests in other processes. */
final class TruthRows {

    private final World world;

    TruthRows(World world) {
        this.world = world;
    }

    ObjectNode of(String account) {
        Community community = world.community(account);
        ObjectNode body = Json.object();
        body.set(
                "people",
                Json.array(community.people().stream().map(this::person).toList()));
        body.set(
                "companies",
                Json.array(community.companies().stream().map(this::company).toList()));
        body.set(
                "lookAlikes",
                Json.array(community.lookAlikes().stream().map(this::pair).toList()));
        return body;
    }

    private ObjectNode person(Person person) {
        ObjectNode row = Json.object().put("id", person.id()).put("name", person.fullName());
        row.put("trait", person.trait().name().toLowerCase(Locale.ROOT));
        row.set("records", records(Subject.of(person)));
        return row;
    }

    private ObjectNode company(Company company) {
        ObjectNode row = Json.object().put("id", company.id()).put("name", company.legalName());
        row.put("domain", company.domain());
        row.set("records", records(Subject.of(company)));
        return row;
    }

    private ObjectNode pair(LookAlike pair) {
        ObjectNode row = Json.object().put("kind", pair.kind().name().toLowerCase(Locale.ROOT));
        row.set("left", person(pair.left()));
        row.set("right", person(pair.right()));
        return row;
    }

    private ArrayNode records(Subject subject) {
        List<RecordRef> records = world.truth().records(subject);
        return Json.array(records.stream()
                .map(record -> Json.object()
                        .put("provider", record.provider().id())
                        .put("entity", record.entity())
                        .put("id", record.id()))
                .toList());
    }
}
