package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.oauth.StripeOAuth;
import ai.opsai.sandbox.stripe.StripeObject.Charge;
import ai.opsai.sandbox.stripe.StripeObject.Customer;
import ai.opsai.sandbox.stripe.StripeObject.Dispute;
import ai.opsai.sandbox.stripe.StripeObject.Invoice;
import ai.opsai.sandbox.stripe.StripeObject.Price;
import ai.opsai.sandbox.stripe.StripeObject.Refund;
import ai.opsai.sandbox.stripe.StripeObject.Subscription;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Place;
import ai.opsai.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions, invoices, charges and what comes after them, as Stripe's API of version 2024-06-20 shows them. */
final class PaymentRows {

    private static final Template CHARGE = StripeRows.template("charge");
    private static final Template DISPUTE = StripeRows.template("dispute");
    private static final Template INVOICE = StripeRows.template("invoice");
    private static final Template REFUND = StripeRows.template("refund");
    private static final Template SUBSCRIPTION = StripeRows.template("subscription");

    private final Community community;

    PaymentRows(Community community) {
        this.community = community;
    }

    ObjectNode subscription(Subscription subscription) {
        Price price = subscription.price();
        Instant created = subscription.created();
        boolean trial = subscription.status() == Subscription.Status.TRIALING;
        boolean canceled = subscription.status() == Subscription.Status.CANCELED;
        Duration period = Duration.ofDays("year".equals(price.interval()) ? 365 : 30);
        Instant start = created.plus(
                period.multipliedBy(Duration.between(created, World.PRESENT).dividedBy(period)));
        return SUBSCRIPTION
                .fill()
                .put("id", subscription.id())
                .put("created", StripeRows.seconds(created))
                .put("canceled_at", canceled ? StripeRows.seconds(start) : null)
                .put("cancel_reason", canceled ? "cancellation_requested" : null)
                .put("currency", price.currency())
                .put("period_start", StripeRows.seconds(start))
                .put("period_end", StripeRows.seconds(start.plus(period)))
                .put("customer", subscription.customer().id())
                .put("item", "si_" + subscription.id().substring(5, 19))
                .put("price", StripeRows.price(price))
                .put("price_id", price.id())
                .put("price_created", StripeRows.seconds(price.created()))
                .put("product", price.product().id())
                .put("interval", price.interval())
                .put("unit_amount", price.amount())
                .put("unit_amount_decimal", Integer.toString(price.amount()))
                .put("quantity", subscription.quantity())
                .put("latest_invoice", null)
                .put("livemode", subscription.customer().live())
                .put("metadata", Map.of())
                .put("status", subscription.status().id())
                .put("trial_start", trial ? StripeRows.seconds(created) : null)
                .put("trial_end", trial ? StripeRows.seconds(created.plus(Duration.ofDays(14))) : null)
                .row();
    }

    ObjectNode invoice(Invoice invoice) {
        Customer customer = invoice.customer();
        Subscription subscription = invoice.subscription();
        Instant paid = invoice.paid();
        String subscriptionId = subscription == null ? null : subscription.id();
        return INVOICE.fill()
                .put("id", invoice.id())
                .put("account", StripeOAuth.accountId(community.account()))
                .put("account_name", community.owner().name())
                .put("amount", invoice.amount())
                .put("amount_paid", paid == null ? 0 : invoice.amount())
                .put("amount_remaining", paid == null ? invoice.amount() : 0)
                .put("billing_reason", subscription == null ? "manual" : "subscription_cycle")
                .put("charge", invoice.chargeId())
                .put("created", StripeRows.seconds(invoice.created()))
                .put("currency", invoice.price().currency())
                .put("customer", customer.id())
                .put("customer_address", StripeRows.address(customer.place(), Dice.of(3, customer.id(), 1)))
                .put("customer_email", customer.email())
                .put("customer_name", customer.name())
                .put("customer_phone", customer.phone())
                .put("line", "il_" + invoice.id().substring(3))
                .put(
                        "line_description",
                        invoice.quantity() + " × " + invoice.price().product().name())
                .put("line_type", subscription == null ? "invoiceitem" : "subscription")
                .put("livemode", customer.live())
                .put("metadata", Map.of())
                .put("number", invoice.number())
                .put("paid", paid != null)
                .put("paid_at", paid == null ? null : StripeRows.seconds(paid))
                .put("voided_at", null)
                .put("payment_intent", "pi_" + invoice.id().substring(3))
                .put("period_end", StripeRows.seconds(invoice.created().plus(Duration.ofDays(30))))
                .put("price", StripeRows.price(invoice.price()))
                .put("quantity", invoice.quantity())
                .put("status", paid == null ? "open" : "paid")
                .put("subscription", subscriptionId)
                .put("unit_amount_decimal", Integer.toString(invoice.price().amount()))
                .row();
    }

    ObjectNode charge(Charge charge) {
        Dice dice = Dice.of(5, charge.id(), 1);
        Customer customer = charge.customer();
        Invoice invoice = charge.invoice();
        Place place = customer.place();
        boolean succeeded = charge.succeeded();
        return CHARGE.fill()
                .put("id", charge.id())
                .put("amount", charge.amount())
                .put("captured", succeeded ? charge.amount() : 0)
                .put("refunded_amount", charge.refunded() ? charge.amount() : 0)
                .put("refunded", charge.refunded())
                .put("balance_transaction", succeeded ? "txn_" + charge.id().substring(3) : null)
                .put("country", place == null ? "US" : place.countryCode())
                .put("postal_code", place == null ? null : place.postalCode())
                .put("email", customer.email())
                .put("name", customer.name())
                .put("descriptor", StripeRows.descriptor(community))
                .put("succeeded", succeeded)
                .put("created", StripeRows.seconds(charge.created()))
                .put("currency", charge.currency())
                .put("customer", customer.id())
                .put("description", charge.description())
                .put("failure_code", succeeded ? null : "card_declined")
                .put("failure_message", succeeded ? null : "Your card was declined.")
                .put("invoice", invoice == null ? null : invoice.id())
                .put("livemode", customer.live())
                .put("metadata", Map.of())
                .put("network_status", succeeded ? "approved_by_network" : "declined_by_network")
                .put("risk", dice.between(1, 60))
                .put("seller_message", succeeded ? "Payment complete." : "The bank did not return any further details.")
                .put("outcome", succeeded ? "authorized" : "issuer_declined")
                .put("payment_intent", charge.paymentIntent())
                .put("payment_method", StripeRows.paymentMethod(customer))
                .put("brand", dice.pick(List.of("visa", "mastercard", "amex")))
                .put("fingerprint", dice.token(16))
                .put("last4", "%04d".formatted(dice.between(0, 9_999)))
                .put("status", succeeded ? "succeeded" : "failed")
                .row();
    }

    static ObjectNode refund(Refund refund) {
        Charge charge = refund.charge();
        return REFUND.fill()
                .put("id", refund.id())
                .put("amount", charge.amount())
                .put("balance_transaction", "txn_" + refund.id().substring(3))
                .put("charge", charge.id())
                .put("created", StripeRows.seconds(refund.created()))
                .put("currency", charge.currency())
                .put("payment_intent", charge.paymentIntent())
                .row();
    }

    static ObjectNode dispute(Dispute dispute) {
        Charge charge = dispute.charge();
        Customer customer = charge.customer();
        return DISPUTE.fill()
                .put("id", dispute.id())
                .put("amount", charge.amount())
                .put("charge", charge.id())
                .put("created", StripeRows.seconds(dispute.created()))
                .put("currency", charge.currency())
                .put("customer_email", customer.email())
                .put("customer_name", customer.name())
                .put("due_by", StripeRows.seconds(dispute.created().plus(Duration.ofDays(9))))
                .put("livemode", customer.live())
                .put("payment_intent", charge.paymentIntent())
                .row();
    }
}
