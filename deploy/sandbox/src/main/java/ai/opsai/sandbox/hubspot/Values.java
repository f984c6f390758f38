package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Business;
import ai.opsai.sandbox.world.Company;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The property values of one record, as patchy as people fill them in. */
final class Values {

    private static final List<String> STAGES = List.of(
            "appointmentscheduled",
            "qualifiedtobuy",
            "presentationscheduled",
            "decisionmakerboughtin",
            "contractsent",
            "closedwon",
            "closedlost");

    private final Map<String, String> values = new LinkedHashMap<>();

    static Values ofContact(Person person, Dice dice) {
        Appearance seen = Appearance.of(person, Provider.HUBSPOT);
        Company company = person.company();
        return new Values()
                .put("firstname", seen.firstName())
                .put("lastname", seen.lastName())
                .put("phone", dice.chance(0.5) ? person.phone() : null)
                .put("jobtitle", dice.chance(0.7) ? person.jobTitle() : null)
                .put("city", dice.chance(0.6) ? person.place().city() : null)
                .put("state", dice.chance(0.3) ? person.place().region() : null)
                .put("country", dice.chance(0.6) ? person.place().country() : null)
                .put("zip", dice.chance(0.3) ? person.place().postalCode() : null)
                .put("company", company == null ? null : dice.chance(0.5) ? company.name() : company.legalName())
                .put("lifecyclestage", dice.pick(List.of("subscriber", "lead", "opportunity", "customer")))
                .put("hs_lead_status", dice.chance(0.4) ? dice.pick(List.of("NEW", "OPEN", "CONNECTED")) : null)
                .put("hs_analytics_source", dice.pick(List.of("ORGANIC_SEARCH", "DIRECT_TRAFFIC", "REFERRALS")))
                .put("newsletter_topics", dice.chance(0.2) ? "product;events" : null);
    }

    static Values ofCompany(Company company, Dice dice) {
        return new Values()
                .put("name", dice.chance(0.6) ? company.legalName() : company.name())
                .put("domain", dice.chance(0.9) ? company.domain() : null)
                .put("website", dice.chance(0.5) ? "https://www." + company.domain() : null)
                .put("industry", dice.chance(0.8) ? company.industry() : null)
                .put("phone", dice.chance(0.3) ? company.place().dialling() + " 100" : null)
                .put("city", company.place().city())
                .put("state", company.place().region())
                .put("country", company.place().country())
                .put("zip", company.place().postalCode())
                .put("numberofemployees", Integer.toString(company.employees()))
                .put("annualrevenue", dice.chance(0.5) ? Integer.toString(company.employees() * 90_000) : null)
                .put("lifecyclestage", dice.pick(List.of("lead", "opportunity", "customer")))
                .put("contract_tier", dice.chance(0.5) ? dice.pick(List.of("bronze", "silver", "gold")) : null);
    }

    static Values ofDeal(Business business, String buyer, Instant created, Dice dice) {
        String stage = dice.pick(STAGES);
        Values values = new Values()
                .put("dealstage", stage)
                .put("pipeline", "default")
                .put("dealtype", dice.chance(0.3) ? "existingbusiness" : "newbusiness")
                .put("closedate", timestamp(created.plus(Duration.ofDays(dice.between(5, 120)))))
                .put("hs_is_closed", Boolean.toString(stage.startsWith("closed")))
                .put("hs_is_closed_won", Boolean.toString(stage.equals("closedwon")))
                .put("num_associated_contacts", "1");
        return switch (business) {
            case SOFTWARE -> {
                int seats = dice.between(1, 60);
                yield values.put("seats", Integer.toString(seats))
                        .put("amount", seats * 588 + ".00")
                        .put("deal_currency_code", "USD")
                        .put("dealname", buyer + " - " + dice.pick(List.of("Team plan", "Business plan", "Renewal")));
            }
            case STUDIO ->
                values.put("amount", dice.between(3, 90) * 100 + ".00")
                        .put("deal_currency_code", "EUR")
                        .put("dealname", buyer + " - " + dice.pick(List.of("Brand refresh", "Workshop", "Typeface")));
        };
    }

    Values put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, String> map() {
        return values;
    }

    /** HubSpot always shows milliseconds. */
    static String timestamp(Instant instant) {
        return instant.toString().replace("Z", ".000Z");
    }
}
