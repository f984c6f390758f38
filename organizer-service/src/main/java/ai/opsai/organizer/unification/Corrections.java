package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.linking.LinkDecisions;
import ai.opsai.organizer.unification.linking.LinkDecisions.Apart;
import ai.opsai.organizer.unification.linking.Linker.Declared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads what persons corrected about records. Targets that name nothing known are without effect. */
final class Corrections {

    private Corrections() {}

    static LinkDecisions links(List<Correction> corrections) {
        List<Declared> joined = new ArrayList<>();
        Set<Apart> apart = new HashSet<>();
        corrections.stream().sorted(Comparator.comparing(Correction::id)).forEach(correction -> {
            List<RecordId> members = members(correction.target());
            switch (correction.kind()) {
                case MERGE, CONFIRM -> join(members, joined);
                case SPLIT, REJECT -> keepApart(members, apart);
                case RENAME -> {}
            }
        });
        return new LinkDecisions(joined, apart);
    }

    private static void join(List<RecordId> members, List<Declared> joined) {
        for (int i = 1; i < members.size(); i++) {
            joined.add(new Declared(members.getFirst(), members.get(i), 1, "joined by a person"));
        }
    }

    private static void keepApart(List<RecordId> members, Set<Apart> apart) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                apart.add(Apart.of(members.get(i), members.get(j)));
            }
        }
    }

    private static List<RecordId> members(JsonNode target) {
        List<RecordId> members = new ArrayList<>();
        for (JsonNode member : target.path("members").values()) {
            record(member).ifPresent(members::add);
        }
        members.sort(Comparator.naturalOrder());
        return members;
    }

    private static Optional<RecordId> record(JsonNode member) {
        try {
            return Optional.of(new RecordId(
                    member.path("provider").asString(""),
                    UUID.fromString(member.path("connectionId").asString("")),
                    member.path("entity").asString(""),
                    member.path("id").asString("")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
