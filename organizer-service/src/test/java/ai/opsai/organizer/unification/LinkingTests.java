package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LinkingTests {

    @Test
    void aTagInTheAddressAndANicknameAreNoObstacle() {
        EngineResult result = World.of(
                        "a", "customers", "{'id':'1','email':'robert.underhill@gmail.com','name':'Robert Underhill'}")
                .with("b", "contacts", "{'id':'2','email':'Robert.Underhill+news@gmail.com','name':'Bob Underhill'}")
                .organize();

        assertThat(together(result, "1", "2")).isTrue();
    }

    @Test
    void relativesWithOnePhoneStayTwo() {
        EngineResult result = World.of(
                        "a",
                        "customers",
                        "{'id':'1','email':'ada.north@web.de','name':'Ada North','phone':'+49 170 1234567'}")
                .with(
                        "b",
                        "contacts",
                        "{'id':'2','email':'wim.north@web.de','name':'Wim North','phone':'0170 1234567'}")
                .organize();

        assertThat(together(result, "1", "2")).isFalse();
    }

    @Test
    void twoRecordsOfOneProviderStayTwoThoughAThirdResemblesBoth() {
        EngineResult result = World.of(
                        "a",
                        "customers",
                        "{'id':'1','email':'ada@mill.example','name':'Ada Underhill','city':'Rome'}",
                        "{'id':'2','email':'ada@forge.example','name':'Ada Underhill','city':'Oslo'}")
                .with("b", "contacts", "{'id':'3','email':'ada@mill.example','name':'Ada Underhill','city':'Rome'}")
                .organize();

        assertThat(together(result, "1", "3")).isTrue();
        assertThat(together(result, "2", "3")).isFalse();
    }

    @Test
    void guestCheckoutsOfOneMailboxAreOnePerson() {
        EngineResult result = World.of(
                        "a",
                        "customers",
                        "{'id':'1','email':'ada@gmail.com','name':'Ada Underhill'}",
                        "{'id':'2','email':'ada@gmail.com','name':'Ada Underhill'}")
                .with("b", "contacts", "{'id':'3','email':'ada@gmail.com','name':'Ada Underhill'}")
                .organize();

        assertThat(together(result, "1", "2")).isTrue();
    }

    @Test
    void companiesAreOneByNameAndDomainWhateverTheirLegalForm() {
        EngineResult result = World.of(
                        "a",
                        "companies",
                        "{'id':'1','name':'Ironbark Marine GmbH','domain':'ironbark.example'}",
                        "{'id':'2','name':'Saltmeadow Gardens','domain':'saltmeadow.example'}")
                .with(
                        "b",
                        "organizations",
                        "{'id':'3','name':'Ironbark Marine','domain':'www.ironbark.example'}",
                        "{'id':'4','name':'Ironbark Bakery','domain':'bakery.example'}")
                .organize();

        assertThat(together(result, "1", "3")).isTrue();
        assertThat(together(result, "1", "4")).isFalse();
    }

    @Test
    void anIdOfAnotherProviderInMetadataIsProof() {
        EngineResult result = World.of(
                        "stripe",
                        "customers",
                        "{'id':'cus_A1','email':'ada@mill.example','name':'Ada','metadata':{'hubspot_contact_id':'26657091134'}}",
                        "{'id':'cus_B2','email':'bo@mill.example','name':'Bo West','metadata':{'hubspot_contact_id':'95718418230'}}")
                .with(
                        "hubspot",
                        "contacts",
                        "{'id':'26657091134','email':'a.north@forge.example','firstname':'A','lastname':'North'}",
                        "{'id':'95718418230','email':'west@forge.example','firstname':'B','lastname':'West'}")
                .organize();

        assertThat(together(result, "cus_A1", "26657091134")).isTrue();
    }

    @Test
    void rowsOfTestModeAmongRealOnesAreNoCustomers() {
        EngineResult result = World.of(
                        "stripe",
                        "customers",
                        "{'id':'cus_A1','email':'ada@mill.example','name':'Ada North','livemode':true}",
                        "{'id':'cus_B2','email':'bo@mill.example','name':'Bo West','livemode':false}")
                .organize();

        assertThat(result.counts()).containsEntry("unified_customers", 1L).containsEntry("stripe_customers", 2L);
    }

    private static boolean together(EngineResult result, String one, String other) {
        Set<Object> ids = result.identities().stream()
                .filter(identity ->
                        Set.of(one, other).contains(identity.member().id()))
                .map(Identity::unifiedId)
                .collect(Collectors.toSet());
        return ids.size() == 1;
    }
}
