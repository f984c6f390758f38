package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.world.Prose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the CRM: all its values are text. Long notes are made when they are asked for. */
record CrmObject(
        ObjectType type, String id, Map<String, String> properties, Map<ObjectType, List<String>> associations) {

    private static final int LONG_NOTE = 40_000;

    CrmObject(ObjectType type, String id, Map<String, String> properties) {
        this(type, id, properties, new EnumMap<>(ObjectType.class));
    }

    void associate(ObjectType other, String otherId) {
        associations.computeIfAbsent(other, _ -> new ArrayList<>()).add(otherId);
    }

    List<String> associated(ObjectType other) {
        return associations.getOrDefault(other, List.of());
    }

    @Nullable
    String property(String name) {
        return name.startsWith(PropertyCatalogue.LONG_NOTE)
                ? Prose.text(Long.parseLong(id) + name.hashCode(), LONG_NOTE)
                : properties.get(name);
    }
}
