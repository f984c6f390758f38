package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Business;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills one account's CRM: contacts, their companies, and deals with both. */
final class PortalBuilder {

    private static final List<String> STAGES = List.of(
            "appointmentscheduled",
            "qualifiedtobuy",
            "presentationscheduled",
            "decisionmakerboughtin",
            "contractsent",
            "closedwon",
            "closedlost");

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
            builder.contact(people.get(number), number, people.size());
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

    private void contact(Person person, int number, int total) {
        Dice dice = Dice.of(community.seed(), "contact", person.id());
        Appearance seen = Appearance.of(person, Provider.HUBSPOT);
        Company company = person.company();
        Instant created = World.PRESENT.minus(Duration.ofHours((total - number) * 11L));
        Map<String, String> properties = new LinkedHashMap<>();
        String email = seen.email();
        put(properties, "email", email == null || !emails.add(email) ? person.email() : email);
        put(properties, "firstname", seen.firstName());
        put(properties, "lastname", seen.lastName());
        put(properties, "phone", dice.chance(0.5) ? person.phone() : null);
        put(properties, "jobtitle", dice.chance(0.7) ? person.jobTitle() : null);
        put(properties, "city", dice.chance(0.6) ? person.place().city() : null);
        put(properties, "state", dice.chance(0.3) ? person.place().region() : null);
        put(properties, "country", dice.chance(0.6) ? person.place().country() : null);
        put(properties, "zip", dice.chance(0.3) ? person.place().postalCode() : null);
        put(properties, "lifecyclestage", dice.pick(List.of("subscriber", "lead", "opportunity", "customer")));
        put(properties, "hs_lead_status", dice.chance(0.4) ? dice.pick(List.of("NEW", "OPEN", "CONNECTED")) : null);
        put(properties, "hs_email_domain", properties.getOrDefault("email", "").replaceFirst("^.*@", ""));
        put(properties, "hs_analytics_source", dice.pick(List.of("ORGANIC_SEARCH", "DIRECT_TRAFFIC", "REFERRALS")));
        put(properties, "newsletter_topics", dice.chance(0.2) ? "product;events" : null);
        additional(person, properties);
        String id = Long.toString(10_400_000_101L + number * 50L);
        CrmObject contact = finish(ObjectType.CONTACTS, id, properties, created, dice);
        truth.note(new RecordRef(community.account(), Provider.HUBSPOT, "contacts", id), Subject.of(person));
        if (company != null) {
            put(properties, "company", dice.chance(0.5) ? company.name() : company.legalName());
            link(contact, companies.computeIfAbsent(company, employer -> company(employer, created)));
            contact.associated(ObjectType.COMPANIES).forEach(of -> put(properties, "associatedcompanyid", of));
        }
        if (dice.chance(0.45)) {
            deal(contact, company, created, dice);
        }
    }

    private void additional(Person person, Map<String, String> properties) {
        if (person.trait() == Trait.PERSONAL_EMAIL && person.id() % 2 == 0) {
            put(properties, "hs_additional_emails", person.personalEmail());
        }
        if (person.trait() == Trait.HIDDEN_EMAIL && person.id() % 2 == 1) {
            truth.records(person).stream()
                    .filter(record -> record.provider() == Provider.GITHUB)
                    .forEach(record -> put(properties, "github_username", record.id()));
        }
    }

    private CrmObject company(Company company, Instant created) {
        Dice dice = Dice.of(community.seed(), "crm company", company.id());
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "name", dice.chance(0.6) ? company.legalName() : company.name());
        put(properties, "domain", dice.chance(0.9) ? company.domain() : null);
        put(properties, "website", dice.chance(0.5) ? "https://www." + company.domain() : null);
        put(properties, "industry", dice.chance(0.8) ? company.industry() : null);
        put(properties, "phone", dice.chance(0.3) ? company.place().dialling() + " 100" : null);
        put(properties, "city", company.place().city());
        put(properties, "state", company.place().region());
        put(properties, "country", company.place().country());
        put(properties, "zip", company.place().postalCode());
        put(properties, "numberofemployees", Integer.toString(company.employees()));
        put(properties, "annualrevenue", dice.chance(0.5) ? Integer.toString(company.employees() * 90_000) : null);
        put(properties, "lifecyclestage", dice.pick(List.of("lead", "opportunity", "customer")));
        put(properties, "contract_tier", dice.chance(0.5) ? dice.pick(List.of("bronze", "silver", "gold")) : null);
        String id = Long.toString(20_700_000_303L + companies.size() * 70L);
        truth.note(new RecordRef(community.account(), Provider.HUBSPOT, "companies", id), Subject.of(company));
        return finish(ObjectType.COMPANIES, id, properties, created, dice);
    }

    private void deal(CrmObject contact, @Nullable Company company, Instant after, Dice dice) {
        boolean software = community.business() == Business.SOFTWARE;
        Map<String, String> properties = new LinkedHashMap<>();
        Instant created = after.plusSeconds(dice.between(600, 36_000));
        String stage = dice.pick(STAGES);
        boolean closed = stage.startsWith("closed");
        String buyer = company == null ? contact.properties().getOrDefault("email", "") : company.name();
        int seats = dice.between(1, 60);
        put(
                properties,
                "dealname",
                buyer + " - "
                        + dice.pick(
                                software
                                        ? List.of("Team plan", "Business plan", "Enterprise plan", "Renewal")
                                        : List.of("Brand refresh", "Workshop", "Exhibition print run", "Typeface")));
        put(properties, "amount", (software ? seats * 588 : dice.between(3, 90) * 100) + ".00");
        put(properties, "deal_currency_code", software ? "USD" : "EUR");
        put(properties, "dealstage", stage);
        put(properties, "pipeline", "default");
        put(properties, "dealtype", dice.chance(0.3) ? "existingbusiness" : "newbusiness");
        put(
                properties,
                "closedate",
                created.plus(Duration.ofDays(dice.between(5, 120))).toString());
        put(properties, "hs_is_closed", Boolean.toString(closed));
        put(properties, "hs_is_closed_won", Boolean.toString(stage.equals("closedwon")));
        put(properties, "seats", software ? Integer.toString(seats) : null);
        put(properties, "num_associated_contacts", "1");
        String id = Long.toString(30_900_000_707L + deals++ * 30L);
        CrmObject deal = finish(ObjectType.DEALS, id, properties, created, dice);
        link(deal, contact);
        CrmObject buying = company == null ? null : companies.get(company);
        if (buying != null) {
            link(deal, buying);
        }
        put(contact.properties(), "num_associated_deals", "1");
    }

    private CrmObject finish(ObjectType type, String id, Map<String, String> properties, Instant created, Dice dice) {
        Instant modified = created.plusSeconds(
                dice.number(Math.max(1, Duration.between(created, World.PRESENT).toSeconds())));
        put(properties, "hubspot_owner_id", dice.chance(0.8) ? Integer.toString(Owners.id(dice.between(0, 3))) : null);
        put(properties, "createdate", timestamp(created));
        put(properties, type.modified(), timestamp(modified));
        put(properties, "hs_object_id", id);
        CrmObject object = new CrmObject(type, id, properties);
        portal.add(object);
        return object;
    }

    private static void link(CrmObject one, CrmObject other) {
        one.associate(other.type(), other.id());
        other.associate(one.type(), one.id());
    }

    /** HubSpot always shows milliseconds. */
    private static String timestamp(Instant instant) {
        return instant.toString().replace("Z", ".000Z");
    }

    private static void put(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
