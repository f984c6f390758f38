package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.lexicon.Phrase;
import java.util.Set;

/** How well the name of a field fits an entity, between 0 and 1, with the reason. */
record NameEvidence(double score, String reason) {

    private static final NameEvidence NONE = new NameEvidence(0, "the names have nothing in common");

    static NameEvidence of(ReferenceName name, EntityKey from, Target target, Lexicon lexicon) {
        boolean elsewhere = !from.provider().equals(target.entity().provider());
        Phrase stem = name.stem();
        Phrase provider = Phrase.of(target.entity().provider());
        if (elsewhere && stem.startsWith(provider)) {
            Phrase rest = stem.withoutFirst(provider.words().size());
            return rest.isEmpty() || sameThing(rest, target.name(), lexicon)
                    ? new NameEvidence(1, "the name says " + target.entity())
                    : NONE;
        }
        NameEvidence own = sameProvider(name, from, target, lexicon);
        return elsewhere ? new NameEvidence(own.score * 0.3, own.reason) : own;
    }

    private static boolean sameThing(Phrase stem, Phrase entity, Lexicon lexicon) {
        return stem.equals(entity) || stem.endsWith(entity) || lexicon.synonymous(stem.last(), entity.last());
    }

    private static NameEvidence sameProvider(ReferenceName name, EntityKey from, Target target, Lexicon lexicon) {
        Phrase stem = name.stem();
        Phrase entity = target.name();
        if (stem.equals(entity)) {
            return new NameEvidence(1, "the name is the entity's");
        }
        if (stem.endsWith(entity)) {
            return new NameEvidence(0.9, "the name ends with the entity's");
        }
        if (entity.joined().length() >= 4 && name.compound().endsWith(entity.joined())) {
            return new NameEvidence(0.85, "the name, written together, ends with the entity's");
        }
        if (lexicon.synonymous(stem.toString(), entity.toString())) {
            return new NameEvidence(0.8, stem + " is another word for " + entity);
        }
        return role(stem, from, target, lexicon);
    }

    private static NameEvidence role(Phrase stem, EntityKey from, Target target, Lexicon lexicon) {
        Phrase entity = target.name();
        Set<String> roles = lexicon.rolesOf(stem.toString());
        if (roles.isEmpty()) {
            roles = lexicon.rolesOf(stem.last());
        }
        if (roles.contains("self") && from.equals(target.entity())) {
            return new NameEvidence(0.9, stem + " is a role within the entity itself");
        }
        boolean plays = lexicon.conceptsOf(entity.toString()).stream().anyMatch(roles::contains)
                || lexicon.conceptsOf(entity.last()).stream().anyMatch(roles::contains);
        boolean staff =
                roles.contains("staff") && lexicon.conceptsOf(entity.toString()).contains("staff");
        if (plays) {
            boolean self = from.equals(target.entity());
            return new NameEvidence(
                    self ? 0.5 : staff ? 0.75 : 0.7,
                    stem + " is a role that " + target.entity().entity() + " play");
        }
        if (!stem.isEmpty() && entity.words().size() > 1 && entity.endsWith(stem)) {
            return new NameEvidence(0.6, "the entity's name ends with " + stem);
        }
        return NONE;
    }
}
