package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.oauth.StripeOAuth;
import ai.opsai.sandbox.stripe.StripeObject.Charge;
import ai.opsai.sandbox.stripe.StripeObject.Customer;
import ai.opsai.sandbox.stripe.StripeObject.Dispute;
import ai.opsai.sandbox.stripe.StripeObject.Invoice;
import ai.opsai.sandbox.stripe.StripeObject.Price;
import ai.opsai.sandbox.stripe.StripeObject.Product;
import ai.opsai.sandbox.stripe.StripeObject.Refund;
import ai.opsai.sandbox.stripe.StripeObject.Subscription;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Place;
import ai.opsai.sandbox.world.Prose;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, customers and what is for sale, as Stripe's API of version 2024-06-20 shows them. */
final class StripeRows {

    static final String VERSION = "2024-06-20";

    private static final int NOTES = 40;

    private static final Template ACCOUNT = template("account");
    private static final Template ADDRESS = template("address");
    private static final Template CUSTOMER = template("customer");
    private static final Template PRICE = template("price");
    private static final Template PRODUCT = template("product");
    private static final Template RECURRING = template("recurring");

    private final Community community;
    private final PaymentRows payments;

    StripeRows(Community community) {
        this.community = community;
        this.payments = new PaymentRows(community);
    }

    static Template template(String name) {
        return Template.load(StripeRows.class, name + ".json");
    }

    ObjectNode row(StripeObject object) {
        return switch (object) {
            case Customer customer -> customer(customer);
            case Product product -> product(product);
            case Price price -> price(price);
            case Subscription subscription -> payments.subscription(subscription);
            case Invoice invoice -> payments.invoice(invoice);
            case Charge charge -> payments.charge(charge);
            case Refund refund -> PaymentRows.refund(refund);
            case Dispute dispute -> PaymentRows.dispute(dispute);
        };
    }

    ObjectNode account() {
        return ACCOUNT.fill()
                .put("id", StripeOAuth.accountId(community.account()))
                .put("name", community.owner().name())
                .put("email", community.owner().mailbox("finance"))
                .put("url", "https://" + community.owner().domain())
                .put("currency", "usd")
                .put("descriptor", descriptor(community))
                .row();
    }

    private ObjectNode customer(Customer customer) {
        Dice dice = Dice.of(3, customer.id(), 1);
        return CUSTOMER.fill()
                .put("id", customer.id())
                .put("created", seconds(customer.created()))
                .put("address", address(customer.place(), dice))
                .put("currency", dice.chance(0.9) ? "usd" : null)
                .put("delinquent", dice.chance(0.04))
                .put("description", customer.description())
                .put("email", customer.email())
                .put("invoice_prefix", LedgerBuilder.prefix(customer))
                .put("payment_method", paymentMethod(customer))
                .put("livemode", customer.live())
                .put("metadata", metadata(customer))
                .put("name", customer.name())
                .put("phone", customer.phone())
                .row();
    }

    /** In the verbose account as much as Stripe takes: made here, so that it costs no memory. */
    private Map<String, String> metadata(Customer customer) {
        if (!community.verbose()) {
            return customer.metadata();
        }
        Map<String, String> metadata = new LinkedHashMap<>(customer.metadata());
        for (int number = 1; number <= NOTES; number++) {
            metadata.put("note_%02d".formatted(number), Prose.text(customer.id().hashCode() + number, 480));
        }
        return metadata;
    }

    static JsonNode address(@Nullable Place place, Dice dice) {
        if (place == null) {
            return Json.value(null);
        }
        return ADDRESS.fill()
                .put("city", place.city())
                .put("country", place.countryCode())
                .put("line1", "Street " + dice.between(1, 180))
                .put("postal_code", place.postalCode())
                .put("state", place.region())
                .row();
    }

    private ObjectNode product(Product product) {
        return PRODUCT.fill()
                .put("id", product.id())
                .put("active", product.active())
                .put("created", seconds(product.created()))
                .put("default_price", product.defaultPrice())
                .put("description", product.description())
                .put("name", product.name())
                .put("metadata", Map.of())
                .row();
    }

    static ObjectNode price(Price price) {
        String interval = price.interval();
        return PRICE.fill()
                .put("id", price.id())
                .put("created", seconds(price.created()))
                .put("currency", price.currency())
                .put("nickname", price.product().name())
                .put("product", price.product().id())
                .put(
                        "recurring",
                        interval == null
                                ? null
                                : RECURRING.fill().put("interval", interval).row())
                .put("type", interval == null ? "one_time" : "recurring")
                .put("unit_amount", price.amount())
                .put("unit_amount_decimal", Integer.toString(price.amount()))
                .row();
    }

    static String paymentMethod(Customer customer) {
        return "pm_1" + (customer.id() + customer.id()).replace("cus_", "").substring(0, 23);
    }

    static String descriptor(Community community) {
        String name = community.owner().name().toUpperCase(Locale.ROOT);
        return name.substring(0, Math.min(22, name.length()));
    }

    static long seconds(Instant instant) {
        return instant.getEpochSecond();
    }
}
