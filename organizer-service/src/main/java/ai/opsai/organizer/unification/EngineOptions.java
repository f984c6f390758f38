package ai.opsai.organizer.unification;

/**
 * {@code version} is the schema version that this run would make: it is what ids seen for the first time are stamped
 * with. {@code providerKnowledge} switches the lexicon's facts about single providers (id prefixes and the like).
 */
public record EngineOptions(int version, boolean providerKnowledge) {

    public static final EngineOptions DEFAULT = new EngineOptions(1, true);
}
