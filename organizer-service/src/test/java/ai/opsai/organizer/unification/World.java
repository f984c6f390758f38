package ai.opsai.organizer.unification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds inputs of the engine out of JSON with single quotes. */
final class World {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Map<String, SampledEntity>> providers = new LinkedHashMap<>();

    static World of(String provider, String entity, String... rows) {
        return new World().with(provider, entity, rows);
    }

    World with(String provider, String entity, String... rows) {
        List<ObjectNode> nodes = new ArrayList<>();
        for (String row : rows) {
            nodes.add((ObjectNode) json(row));
        }
        providers.computeIfAbsent(provider, _ -> new LinkedHashMap<>()).put(entity, SampledEntity.of(nodes));
        return this;
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    static UUID connection(String provider) {
        return UUID.nameUUIDFromBytes(provider.getBytes(StandardCharsets.UTF_8));
    }

    static RecordId record(String provider, String entity, String id) {
        return new RecordId(provider, connection(provider), entity, id);
    }

    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        providers.forEach((provider, entities) -> samples.add(new Sample(connection(provider), provider, 1, entities)));
        return samples;
    }

    EngineInput input() {
        return EngineInput.of(samples());
    }

    EngineResult organize() {
        return UnificationEngine.organize(input());
    }

    EngineResult organize(Proposal... proposals) {
        return UnificationEngine.organize(
                new EngineInput(samples(), List.of(), List.of(proposals), EarlierLinks.NONE, EngineOptions.DEFAULT));
    }

    EngineResult organizeAfter(EngineResult earlier, int version) {
        return UnificationEngine.organize(new EngineInput(
                samples(),
                List.of(),
                List.of(),
                new EarlierLinks(earlier.identities(), earlier.redirects()),
                new EngineOptions(version, true)));
    }

    /** Three providers that know the same few people, with a look-alike among them. */
    static World small() {
        return new World()
                .with(
                        "stripe",
                        "customers",
                        "{'id':'cus_A1','object':'customer','email':'ada.north@mill.example','name':'Ada North','created':1659235924}",
                        "{'id':'cus_B2','object':'customer','email':'bo.west@gmail.com','name':'Bo West','created':1659235999}",
                        "{'id':'cus_C3','object':'customer','email':'billing@forge.example','name':'Cy East','created':1659236000}")
                .with(
                        "stripe",
                        "charges",
                        "{'id':'ch_1','object':'charge','amount':1250,'currency':'eur','customer':'cus_A1','created':1660000000,'status':'succeeded'}",
                        "{'id':'ch_2','object':'charge','amount':500,'currency':'eur','customer':'cus_A1','created':1660000001,'status':'succeeded'}",
                        "{'id':'ch_3','object':'charge','amount':700,'currency':'eur','customer':'cus_B2','created':1660000002,'status':'failed'}")
                .with(
                        "hubspot",
                        "contacts",
                        "{'id':'9001','properties':{'firstname':'Ada','lastname':'North','email':'Ada.North@mill.example','hs_object_id':'9001'},'createdAt':'2022-03-02T17:48:37.412Z','archived':false}",
                        "{'id':'9002','properties':{'firstname':'Bo','lastname':'West','email':'bo.west@othermill.example','hs_object_id':'9002'},'createdAt':'2022-03-03T17:48:37.412Z','archived':false}",
                        "{'id':'9003','properties':{'firstname':'Di','lastname':'South','email':'billing@forge.example','hs_object_id':'9003'},'createdAt':'2022-03-04T17:48:37.412Z','archived':false}")
                .with(
                        "github",
                        "users",
                        "{'id':501,'login':'adanorth','name':'Ada North','email':'ada.north@mill.example','type':'User'}",
                        "{'id':502,'login':'elias','name':'Elias Underhill','email':null,'type':'User'}")
                .with(
                        "github",
                        "repositories",
                        "{'id':71001,'name':'my-app','full_name':'adanorth/my-app','stargazers_count':42,'owner':{'id':501,'login':'adanorth'},'topics':['api','schema']}",
                        "{'id':71002,'name':'tool','full_name':'elias/tool','stargazers_count':7,'owner':{'id':502,'login':'elias'},'topics':[]}");
    }
}
