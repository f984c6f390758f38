package ai.opsai.sandbox.hubspot;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills one account's CRM: contacts, their companies, and deals with both. */
final class PortalBuilder {

    private final Community community;
    private final Truth truth;
    private final Portal portal;
    private final Map<Company, CrmObject> companies = new HashMap<>();
    private final Set<String> emails = new HashSet<>();
    private int deals;

    private PortalBuilder(Community community, Truth truth) {
        this.community = community;
        this.truth = truth;
        this.portal = new Portal(community);
    }

    static Portal build(Community community, Truth truth) {
        PortalBuilder builder = new PortalBuilder(community, truth);
        List<Person> people = builder.order();
        for (int number = 0; number < people.size(); number++) {
            Instant created = World.PRESENT.minus(Duration.ofHours((people.size() - number) * 11L));
            builder.contact(people.get(number), number, created);
        }
        return builder.portal;
    }

    /** The front of the world stands at both ends of the list: whether the oldest or the newest are read, it is seen. */
    private List<Person> order() {
        List<Person> first = new ArrayList<>();
        List<Person> middle = new ArrayList<>();
        List<Person> last = new ArrayList<>();
        for (Person person : community.at(Provider.HUBSPOT)) {
            (!person.core() ? middle : person.id() % 2 == 0 ? first : last).add(person);
        }
        first.addAll(middle);
        first.addAll(last);
        return first;
    }

    private void contact(Person person, int number, Instant created) {
        Dice dice = Dice.of(community.seed(), "contact", person.id());
        String email = email(person);
        Values values = Values.ofContact(person, dice)
                .put("email", email)
                .put("hs_email_domain", email.substring(email.indexOf('@') + 1));
        addHints(person, values);
        Company company = person.company();
        CrmObject employer =
                company == null ? null : companies.computeIfAbsent(company, member -> company(member, created));
        if (employer != null) {
            values.put("associatedcompanyid", employer.id());
        }
        boolean buys = dice.chance(0.45);
        values.put("num_associated_deals", buys ? "1" : null);
        CrmObject contact = add(ObjectType.CONTACTS, 10_400_000_101L + number * 50L, values, created, dice);
        note(contact, Subject.of(person));
        link(contact, employer);
        if (buys) {
            deal(contact, employer, company == null ? email : company.name(), created, dice);
        }
    }

    /** No two contacts of a portal have the same address: who comes second is written to at their own. */
    private String email(Person person) {
        String email = Appearance.of(person, Provider.HUBSPOT).email();
        return email == null || !emails.add(email) ? person.email() : email;
    }

    /** What ties the contact to records whose address is another, or hidden. */
    private void addHints(Person person, Values values) {
        if (person.trait() == Trait.PERSONAL_EMAIL && person.id() % 2 == 0) {
            values.put("hs_additional_emails", person.personalEmail());
        }
        if (person.trait() == Trait.HIDDEN_EMAIL && person.id() % 2 == 1) {
            truth.records(person).stream()
                    .filter(record -> record.provider() == Provider.GITHUB)
                    .forEach(record -> values.put("github_username", record.id()));
        }
    }

    private CrmObject company(Company company, Instant created) {
        Dice dice = Dice.of(community.seed(), "crm company", company.id());
        CrmObject object = add(
                ObjectType.COMPANIES,
                20_700_000_303L + companies.size() * 70L,
                Values.ofCompany(company, dice),
                created,
                dice);
        note(object, Subject.of(company));
        return object;
    }

    private void deal(CrmObject contact, @Nullable CrmObject employer, String buyer, Instant after, Dice dice) {
        Instant created = after.plusSeconds(dice.between(600, 36_000));
        CrmObject deal = add(
                ObjectType.DEALS,
                30_900_000_707L + deals++ * 30L,
                Values.ofDeal(community.business(), buyer, created, dice),
                created,
                dice);
        link(deal, contact);
        link(deal, employer);
    }

    private CrmObject add(ObjectType type, long id, Values values, Instant created, Dice dice) {
        Instant modified = created.plusSeconds(
                dice.number(Math.max(1, Duration.between(created, World.PRESENT).toSeconds())));
        values.put("hubspot_owner_id", dice.chance(0.8) ? Integer.toString(Owners.id(dice.between(0, 3))) : null)
                .put("createdate", Values.timestamp(created))
                .put(type.modified(), Values.timestamp(modified))
                .put("hs_object_id", Long.toString(id));
        CrmObject object = new CrmObject(type, Long.toString(id), values.map());
        portal.add(object);
        return object;
    }

    private void note(CrmObject object, Subject subject) {
        truth.note(
                new RecordRef(
                        community.account(), Provider.HUBSPOT, object.type().plural(), object.id()),
                subject);
    }

    private static void link(CrmObject one, @Nullable CrmObject other) {
        if (other != null) {
            one.associate(other.type(), other.id());
            other.associate(one.type(), one.id());
        }
    }
}
