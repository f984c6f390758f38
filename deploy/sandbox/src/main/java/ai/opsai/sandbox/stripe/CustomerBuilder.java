package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.stripe.StripeObject.Customer;
import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Company;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Subject;
import ai.opsai.sandbox.world.Trait;
import ai.opsai.sandbox.world.Truth;
import ai.opsai.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the customers: people in the order of the world, the first ones newest; some twice; some whole companies. */
final class CustomerBuilder {

    private final Community community;
    private final Truth truth;
    private final List<Customer> customers = new ArrayList<>();

    CustomerBuilder(Community community, Truth truth) {
        this.community = community;
        this.truth = truth;
    }

    List<Customer> customers() {
        for (Person person : community.at(Provider.STRIPE)) {
            Dice dice = Dice.of(community.seed(), "customer", person.id());
            add(person, dice);
            if (!person.core() && person.trait() == Trait.PLAIN && dice.chance(0.06)) {
                add(person, dice);
            }
        }
        for (Company company : community.companies()) {
            Dice dice = Dice.of(community.seed(), "company customer", company.id());
            if (dice.chance(0.25)) {
                add(company, dice);
            }
        }
        return customers;
    }

    private void add(Person person, Dice dice) {
        Appearance seen = Appearance.of(person, Provider.STRIPE);
        Company company = person.company();
        add(
                Subject.of(person),
                seen.fullName(),
                seen.email(),
                dice.chance(0.4) ? person.phone() : null,
                company != null && dice.chance(0.5) ? company.name() : null,
                dice.chance(0.6) ? person : null,
                metadata(person),
                dice);
    }

    private void add(Company company, Dice dice) {
        add(
                Subject.of(company),
                dice.chance(0.7) ? company.legalName() : company.name(),
                company.mailbox("billing"),
                null,
                "Company account",
                null,
                Map.of(),
                dice);
    }

    private void add(
            Subject subject,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String description,
            @Nullable Person resident,
            Map<String, String> metadata,
            Dice dice) {
        Customer customer = new Customer(
                "cus_" + dice.token(14),
                created(),
                name,
                email,
                phone,
                description,
                resident == null ? null : resident.place(),
                subject.kind() == Subject.Kind.COMPANY || !dice.chance(0.03),
                metadata);
        customers.add(customer);
        truth.note(new RecordRef(community.account(), Provider.STRIPE, "customers", customer.id()), subject);
    }

    private Instant created() {
        return World.PRESENT.minus(Duration.ofHours(3 + customers.size() * 9L));
    }

    /** Ids that the account's own software left: they tie records together where addresses don't. */
    private Map<String, String> metadata(Person person) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (person.trait() == Trait.HIDDEN_EMAIL && person.id() % 2 == 0) {
            idAt(person, Provider.GITHUB, login -> metadata.put("github_login", login));
        }
        if (person.id() % 5 == 0) {
            idAt(person, Provider.HUBSPOT, id -> metadata.put("hubspot_contact_id", id));
        }
        return metadata;
    }

    private void idAt(Person person, Provider provider, Consumer<String> use) {
        truth.records(person).stream()
                .filter(record -> record.provider() == provider)
                .findFirst()
                .ifPresent(record -> use.accept(record.id()));
    }
}
