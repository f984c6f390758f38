package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Person;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** The portal's users who own records: the first of the account's staff. */
final class Owners {

    private static final int COUNT = 4;

    private static final Template OWNER = Template.load(Owners.class, "owner.json");

    private Owners() {}

    static int id(int number) {
        return 61_000_001 + number * 17;
    }

    static ArrayNode rows(Community community) {
        ArrayNode rows = Json.array(List.of());
        for (int number = 0; number < COUNT; number++) {
            Person person = community.staff().get(number);
            rows.add(OWNER.fill()
                    .put("id", Integer.toString(id(number)))
                    .put("email", person.email())
                    .put("first", person.firstName())
                    .put("last", person.lastName())
                    .put("user_id", id(number) - 1_000_000)
                    .row());
        }
        return rows;
    }
}
