package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.world.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The properties that a portal defines, HubSpot's own and its custom ones. */
final class PropertyCatalogue {

    static final String LONG_NOTE = "meeting_minutes_";

    private static final Template PROPERTY = Template.load(PropertyCatalogue.class, "property.json");

    private record Property(
            ObjectType type, String name, String label, String kind, String field, String group, boolean builtin) {}

    private final List<Property> properties = new ArrayList<>();

    /** @param verbose whether contacts also have long multi-line texts */
    PropertyCatalogue(boolean verbose) {
        for (String line : Lines.of(PropertyCatalogue.class, "properties.txt")) {
            String[] part = line.split("\\|", -1);
            ObjectType type = ObjectType.of(part[0]);
            if (type != null) {
                properties.add(
                        new Property(type, part[1], part[2], part[3], part[4], part[5], part[6].equals("builtin")));
            }
        }
        for (int number = 1; verbose && number <= 4; number++) {
            properties.add(new Property(
                    ObjectType.CONTACTS,
                    LONG_NOTE + number,
                    "Meeting minutes " + number,
                    "string",
                    "textarea",
                    "contactinformation",
                    false));
        }
    }

    Set<String> names(ObjectType type) {
        return properties.stream()
                .filter(property -> property.type() == type)
                .map(Property::name)
                .collect(Collectors.toSet());
    }

    List<ObjectNode> rows(ObjectType type) {
        return properties.stream()
                .filter(property -> property.type() == type)
                .map(PropertyCatalogue::row)
                .toList();
    }

    private static ObjectNode row(Property property) {
        return PROPERTY.fill()
                .put("name", property.name())
                .put("label", property.label())
                .put("type", property.kind())
                .put("field_type", property.field())
                .put("group", property.group())
                .put("unique", property.name().equals("email"))
                .put("builtin", property.builtin())
                .row();
    }
}
