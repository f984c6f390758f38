package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.organizer.unification.Proposal.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProposalTests {

    private static final World WORLD = World.of(
                    "shop",
                    "tickets",
                    "{'id':1,'handled_by':48211,'note':'hello there','score':5}",
                    "{'id':2,'handled_by':51877,'note':'good bye','score':4}",
                    "{'id':3,'handled_by':48211,'note':'so long','score':5}")
            .with(
                    "shop",
                    "staff_members",
                    "{'id':48211,'email':'ada@mill.example','name':'Ada North'}",
                    "{'id':51877,'email':'bo@mill.example','name':'Bo West'}",
                    "{'id':60013,'email':'cy@mill.example','name':'Cy East'}");

    @Test
    void aReferenceThatTheDataBearOutIsAccepted() {
        Proposal proposal = new Proposal.Reference(column("tickets", "handled_by"), column("staff_members", "id"));
        EngineResult result = WORLD.organize(proposal);

        assertThat(result.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.accepted()).isTrue();
            assertThat(verdict.reason()).contains("2 of 2 values are among");
        });
        assertThat(result.report().foreignKeys().toString()).contains("\"field\":\"handled_by\"");
    }

    @Test
    void aReferenceThatTheDataContradictIsRejectedAndChangesNothing() {
        Proposal proposal = new Proposal.Reference(column("tickets", "score"), column("staff_members", "id"));
        EngineResult result = WORLD.organize(proposal);

        assertThat(result.verdicts())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.accepted()).isFalse());
        assertThat(result.fingerprint()).isEqualTo(WORLD.organize().fingerprint());
    }

    @Test
    void aMeaningNeedsValuesOfItsForm() {
        EngineResult result = WORLD.organize(
                new Proposal.Meaning(column("tickets", "note"), "email"),
                new Proposal.Meaning(column("staff_members", "email"), "email"));

        assertThat(result.verdicts()).extracting(Verdict::accepted).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void aKeyMustTellRowsApartAndNotReplaceABetterOne() {
        EngineResult result = WORLD.organize(
                new Proposal.PrimaryKey("shop", "tickets", List.of("score")),
                new Proposal.PrimaryKey("shop", "tickets", List.of("note")),
                new Proposal.PrimaryKey("shop", "tickets", List.of("id")));

        assertThat(result.verdicts().stream().filter(Verdict::accepted))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.proposal())
                        .isEqualTo(new Proposal.PrimaryKey("shop", "tickets", List.of("id"))));
    }

    @Test
    void inventedFieldsAreRejected() {
        EngineResult result = WORLD.organize(
                new Proposal.Reference(column("tickets", "nothing"), column("staff_members", "id")),
                new Proposal.Describe(column("tickets", "nothing"), "x"),
                new Proposal.Meaning(column("nowhere", "id"), "uuid"),
                new Proposal.ColumnMatch(column("tickets", "note"), new Column("other", "notes", "body")));

        assertThat(result.verdicts()).hasSize(4).noneMatch(Verdict::accepted);
    }

    @Test
    void aDescriptionIsTextOfItsField() {
        EngineResult result = WORLD.organize(new Proposal.Describe(column("tickets", "score"), "1 is bad, 5 is good"));

        assertThat(result.entities()
                        .path("shop_tickets")
                        .path("fields")
                        .path("score")
                        .path("description")
                        .asString())
                .isEqualTo("1 is bad, 5 is good");
    }

    @Test
    void proposalsAreWrittenAndReadAsJson() {
        List<Proposal> proposals = List.of(
                new Proposal.Describe(column("a", "b"), "text"),
                new Proposal.Meaning(column("a", "b"), "email"),
                new Proposal.PrimaryKey("p", "e", List.of("a", "b")),
                new Proposal.Reference(column("a", "b"), column("c", "d")),
                new Proposal.ColumnMatch(column("a", "b"), column("c", "d")));

        assertThat(proposals)
                .allSatisfy(proposal ->
                        assertThat(Proposals.read(Proposals.write(proposal))).isEqualTo(proposal));
    }

    private static Column column(String entity, String path) {
        return new Column("shop", entity, path);
    }
}
