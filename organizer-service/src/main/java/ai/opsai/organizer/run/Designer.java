package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.ModelDecision;
import ai.opsai.organizer.model.Advice;
import ai.opsai.organizer.model.SchemaAdvisor;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.Proposals;
import ai.opsai.organizer.unification.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Lets the engine work, outside any transaction; with a model's proposals where the data bear them out. */
@Component
final class Designer {

    private final Engine engine;
    private final SchemaAdvisor advisor;

    Designer(Engine engine, SchemaAdvisor advisor) {
        this.engine = engine;
        this.advisor = advisor;
    }

    /** A new design. What it depends on of the model are the accepted proposals alone, so that it can be repeated. */
    Design anew(Work work) {
        Advice advice =
                advisor.advise(work.run().key().tenantId(), work.material().samples());
        List<Design.Judged> judged = judged(work, advice);
        List<ModelDecision> decisions = judged.stream()
                .filter(Design.Judged::accepted)
                .map(each -> new ModelDecision(each.proposal(), each.inputHash()))
                .toList();
        return design(
                work, decisions, judged, decisions.isEmpty() ? Design.DETERMINISTIC : Design.ASSISTED, advice.reason());
    }

    /** The design that an event tells of, without asking anybody. */
    Design again(Work work, DatabaseOrganized event) {
        return design(work, event.decisions(), List.of(), event.engine(), event.engineReason());
    }

    private Design design(
            Work work,
            List<ModelDecision> decisions,
            List<Design.Judged> judged,
            String name,
            @Nullable String reason) {
        List<Proposal> accepted = decisions.stream()
                .map(decision -> Proposals.read(decision.proposal()))
                .toList();
        return new Design(engine.organize(work.input(accepted)), engine.version(), decisions, judged, name, reason);
    }

    private List<Design.Judged> judged(Work work, Advice advice) {
        if (advice.proposals().isEmpty()) {
            return List.of();
        }
        List<Design.Judged> judged = new ArrayList<>();
        Map<ObjectNode, Proposal> readable = readable(advice, judged);
        Map<Proposal, Verdict> verdicts = new HashMap<>();
        engine.organize(work.input(List.copyOf(readable.values())))
                .verdicts()
                .forEach(verdict -> verdicts.put(verdict.proposal(), verdict));
        readable.forEach((verbatim, proposal) -> {
            Verdict verdict =
                    verdicts.getOrDefault(proposal, new Verdict(proposal, false, "names nothing that was sampled"));
            judged.add(new Design.Judged(verbatim, verdict.accepted(), verdict.reason(), advice.inputHash()));
        });
        return judged;
    }

    private static Map<ObjectNode, Proposal> readable(Advice advice, List<Design.Judged> judged) {
        Map<ObjectNode, Proposal> readable = new LinkedHashMap<>();
        for (ObjectNode proposal : advice.proposals()) {
            try {
                readable.put(proposal, Proposals.read(proposal));
            } catch (IllegalArgumentException e) {
                judged.add(new Design.Judged(proposal, false, String.valueOf(e.getMessage()), advice.inputHash()));
            }
        }
        return readable;
    }
}
