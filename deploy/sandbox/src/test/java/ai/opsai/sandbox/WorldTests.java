package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.LookAlike;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Trait;
import ai.opsai.sandbox.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WorldTests {

    @Test
    void sameSeedGivesTheSameWorld() {
        assertThat(World.create(7, 120).communities())
                .isEqualTo(World.create(7, 120).communities());
    }

    @Test
    void otherSeedGivesOtherPeople() {
        assertThat(World.create(7, 120).community("acme").people())
                .isNotEqualTo(World.create(8, 120).community("acme").people());
    }

    @Test
    void noTwoPeopleShareAnAddress() {
        List<String> emails = World.create(1, 6_000).communities().stream()
                .flatMap(community -> community.people().stream())
                .map(Person::email)
                .toList();
        assertThat(emails).doesNotHaveDuplicates().allMatch(email -> email.matches("[a-z0-9.\\-]+@[a-z0-9.\\-]+"));
    }

    @Test
    void frontOfTheWorldShowsPeopleWithOneAddressAtAllThree() {
        List<Person> everywhere = World.create(SandboxOptions.DEFAULT_SEED, 300).community("acme").people().stream()
                .filter(person -> person.core() && person.presence().equals(EnumSet.allOf(Provider.class)))
                .toList();
        assertThat(everywhere).hasSizeGreaterThan(12);
        assertThat(everywhere.stream().filter(WorldTests::hasOneAddress)).hasSizeGreaterThan(5);
        assertThat(everywhere.stream().map(Person::trait).collect(Collectors.toSet()))
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyKindOfLookAlikeStandsAtTheFront() {
        List<LookAlike> front = World.create(SandboxOptions.DEFAULT_SEED, 300).community("acme").lookAlikes().stream()
                .filter(pair -> pair.left().core())
                .toList();
        assertThat(front).hasSize(8);
        assertThat(front.stream().map(LookAlike::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(LookAlike.Kind.values());
        assertThat(front)
                .allMatch(pair -> pair.left().id() != pair.right().id()
                        && pair.left().isAt(Provider.STRIPE)
                        && pair.right().isAt(Provider.HUBSPOT));
    }

    @Test
    void sharedMailboxIsTheSameAddressOfTwoPeople() {
        LookAlike pair = World.create(1, 100).community("acme").lookAlikes().stream()
                .filter(candidate -> candidate.kind() == LookAlike.Kind.SHARED_MAILBOX)
                .findFirst()
                .orElseThrow();
        assertThat(Appearance.of(pair.left(), Provider.STRIPE).email())
                .isEqualTo(Appearance.of(pair.right(), Provider.HUBSPOT).email())
                .startsWith("billing@");
    }

    @Test
    void truthKnowsEveryRecordOfAPerson() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Community acme = sandbox.world().community("acme");
            for (Person person : acme.people()) {
                List<RecordRef> records = sandbox.world().truth().records(person);
                assertThat(records.stream().map(RecordRef::provider).collect(Collectors.toSet()))
                        .as(person.fullName())
                        .isEqualTo(person.presence());
            }
        }
    }

    private static boolean hasOneAddress(Person person) {
        return EnumSet.of(Trait.PLAIN, Trait.NICKNAME, Trait.NEW_LAST_NAME).contains(person.trait());
    }

    @Test
    void firstPagesOfAScatteredWorldHardlyOverlap() {
        Community acme = World.create(1, 6_000, true).community("acme");
        List<Person> paying = acme.at(Provider.STRIPE).subList(0, 100);
        List<Person> known = acme.at(Provider.HUBSPOT).subList(0, 100);
        assertThat(paying).filteredOn(known::contains).hasSizeLessThan(10);
    }
}
