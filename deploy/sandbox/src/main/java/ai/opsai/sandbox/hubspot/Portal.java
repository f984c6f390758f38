package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.world.Community;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account's CRM. Lists are in the order of the record ids, as HubSpot's are. */
final class Portal {

    private final Community community;
    private final PropertyCatalogue catalogue;
    private final Map<ObjectType, Map<String, CrmObject>> objects = new EnumMap<>(ObjectType.class);

    Portal(Community community) {
        this.community = community;
        this.catalogue = new PropertyCatalogue(community.verbose());
        for (ObjectType type : ObjectType.values()) {
            objects.put(type, new LinkedHashMap<>());
        }
    }

    Community community() {
        return community;
    }

    PropertyCatalogue catalogue() {
        return catalogue;
    }

    void add(CrmObject object) {
        objects.computeIfAbsent(object.type(), _ -> new LinkedHashMap<>()).put(object.id(), object);
    }

    List<CrmObject> all(ObjectType type) {
        return List.copyOf(objects.getOrDefault(type, Map.of()).values());
    }

    @Nullable
    CrmObject find(ObjectType type, String id) {
        return objects.getOrDefault(type, Map.of()).get(id);
    }
}
