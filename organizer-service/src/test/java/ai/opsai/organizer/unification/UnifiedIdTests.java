package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UnifiedIdTests {

    private static final String ADA = "{'id':'cus_B1','email':'ada@mill.example','name':'Ada North'}";
    private static final String ADA_CONTACT = "{'id':'901','email':'ada@mill.example','name':'Ada North'}";
    private static final String ADA_ELSEWHERE = "{'id':'901','email':'north@forge.example','name':'A. Northern'}";
    private static final String BO = "{'id':'cus_B2','email':'bo@forge.example','name':'Bo West'}";

    @Test
    void anIdOutlivesNewRowsWithSmallerKeys() {
        EngineResult first = World.of("stripe", "customers", ADA, BO).organize();
        EngineResult second = World.of("stripe", "customers", ADA, BO)
                .with("acme", "contacts", ADA_CONTACT)
                .organizeAfter(first, 2);

        assertThat(id(second, "cus_B1")).isEqualTo(id(first, "cus_B1")).isEqualTo(id(second, "901"));
        assertThat(id(second, "cus_B2")).isEqualTo(id(first, "cus_B2"));
        assertThat(second.redirects()).isEmpty();
        assertThat(identity(second, "901").firstSeenVersion()).isEqualTo(2);
        assertThat(identity(second, "cus_B1").firstSeenVersion()).isEqualTo(1);
    }

    @Test
    void ofTwoMergedIdsOneLivesAndTheOtherLeadsThere() {
        EngineResult apart = World.of("stripe", "customers", ADA)
                .with("acme", "contacts", ADA_ELSEWHERE)
                .organize();
        EngineResult merged = World.of("stripe", "customers", ADA)
                .with("acme", "contacts", ADA_CONTACT)
                .organizeAfter(apart, 2);

        assertThat(id(apart, "cus_B1")).isNotEqualTo(id(apart, "901"));
        UUID survivor = id(merged, "901");
        assertThat(survivor).isEqualTo(id(merged, "cus_B1")).isIn(id(apart, "cus_B1"), id(apart, "901"));
        UUID retired = survivor.equals(id(apart, "901")) ? id(apart, "cus_B1") : id(apart, "901");
        assertThat(merged.redirects()).containsExactlyEntriesOf(java.util.Map.of(retired, survivor));
    }

    @Test
    void aSplitLeavesTheIdWithTheLargestPart() {
        World three = World.of("stripe", "customers", ADA)
                .with("acme", "contacts", ADA_CONTACT)
                .with("zeta", "users", "{'id':'77','email':'ada@mill.example','name':'Ada North'}");
        EngineResult one = three.organize();
        EngineResult split = World.of("stripe", "customers", ADA)
                .with("acme", "contacts", ADA_ELSEWHERE)
                .with("zeta", "users", "{'id':'77','email':'ada@mill.example','name':'Ada North'}")
                .organizeAfter(one, 2);

        assertThat(id(split, "cus_B1")).isEqualTo(id(one, "cus_B1")).isEqualTo(id(split, "77"));
        assertThat(id(split, "901")).isNotEqualTo(id(one, "901"));
    }

    @Test
    void aPersonsWordJoinsAndSeparates() {
        World world = World.of("stripe", "customers", ADA, BO).with("acme", "contacts", ADA_CONTACT);
        EngineResult separated = organize(world, Correction.Kind.SPLIT, "cus_B1", "901");
        EngineResult joined = organize(world, Correction.Kind.MERGE, "cus_B2", "901");

        assertThat(id(separated, "cus_B1")).isNotEqualTo(id(separated, "901"));
        assertThat(id(joined, "cus_B2")).isEqualTo(id(joined, "901"));
        assertThat(identity(joined, "901").decidedBy()).isEqualTo("user");
    }

    private static EngineResult organize(World world, Correction.Kind kind, String stripe, String acme) {
        String target =
                "{'entity':'unified_customers','members':[{'provider':'stripe','connectionId':'%s','entity':'customers','id':'%s'},{'provider':'acme','connectionId':'%s','entity':'contacts','id':'%s'}]}"
                        .formatted(World.connection("stripe"), stripe, World.connection("acme"), acme);
        Correction correction = new Correction("1", kind, World.json(target), null);
        return UnificationEngine.organize(new EngineInput(
                world.samples(), List.of(correction), List.of(), EarlierLinks.NONE, EngineOptions.DEFAULT));
    }

    private static UUID id(EngineResult result, String member) {
        return identity(result, member).unifiedId();
    }

    private static Identity identity(EngineResult result, String member) {
        return result.identities().stream()
                .filter(identity -> identity.member().id().equals(member))
                .findFirst()
                .orElseThrow();
    }
}
