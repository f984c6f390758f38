package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.stripe.StripeObject.Charge;
import ai.opsai.sandbox.stripe.StripeObject.Customer;
import ai.opsai.sandbox.stripe.StripeObject.Dispute;
import ai.opsai.sandbox.stripe.StripeObject.Invoice;
import ai.opsai.sandbox.stripe.StripeObject.Price;
import ai.opsai.sandbox.stripe.StripeObject.Product;
import ai.opsai.sandbox.stripe.StripeObject.Refund;
import ai.opsai.sandbox.stripe.StripeObject.Subscription;
import ai.opsai.sandbox.stripe.StripeObject.Subscription.Status;
import ai.opsai.sandbox.world.Business;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Lines;
import ai.opsai.sandbox.world.Truth;
import ai.opsai.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fills one account's ledger: what it sells, to whom, and what was paid. */
final class LedgerBuilder {

    private static final Instant OPENED = World.PRESENT.minus(Duration.ofDays(1500));

    private final Community community;
    private final StripeLedger ledger;
    private final List<Price> prices = new ArrayList<>();
    private int invoices;

    private LedgerBuilder(Community community) {
        this.community = community;
        this.ledger = new StripeLedger(community);
    }

    static StripeLedger build(Community community, Truth truth) {
        LedgerBuilder builder = new LedgerBuilder(community);
        builder.products();
        List<Customer> customers = new CustomerBuilder(community, truth).customers();
        customers.forEach(builder::customer);
        builder.ledger.sort();
        return builder.ledger;
    }

    private void products() {
        boolean software = community.business() == Business.SOFTWARE;
        List<String> lines = Lines.of(LedgerBuilder.class, software ? "products-software.txt" : "products-studio.txt");
        for (int number = 0; number < lines.size(); number++) {
            String[] part = lines.get(number).split("\\|", -1);
            Dice dice = Dice.of(community.seed(), "product", number);
            Instant created = OPENED.plus(Duration.ofDays(number * 30L));
            String priceId = "price_1" + dice.token(23);
            Product product = new Product("prod_" + dice.token(14), created, part[0], part[1], true, priceId);
            ledger.add("products", product);
            price(new Price(
                    priceId, created, product, Integer.parseInt(part[2]), currency(), software ? "month" : null));
            if (!part[3].isEmpty()) {
                price(new Price(
                        "price_1" + dice.token(23), created, product, Integer.parseInt(part[3]), currency(), "year"));
            }
        }
    }

    private String currency() {
        return community.business() == Business.SOFTWARE ? "usd" : "eur";
    }

    private void price(Price price) {
        prices.add(price);
        ledger.add("prices", price);
    }

    private void customer(Customer customer) {
        ledger.add("customers", customer);
        Dice dice = Dice.of(community.seed(), customer.id(), 0);
        if (community.business() == Business.SOFTWARE) {
            if (dice.chance(0.85)) {
                subscription(customer, dice);
            }
        } else {
            int purchases = dice.between(1, 3);
            for (int number = 0; number < purchases; number++) {
                purchase(customer, dice);
            }
        }
    }

    private void subscription(Customer customer, Dice dice) {
        Price price = dice.pickEarly(prices);
        Instant created = customer.created().plusSeconds(dice.between(60, 7_200));
        Subscription subscription =
                new Subscription("sub_1" + dice.token(23), created, customer, price, dice.between(1, 12), status(dice));
        ledger.add("subscriptions", subscription);
        if (subscription.status() == Status.TRIALING) {
            return;
        }
        int period = "year".equals(price.interval()) ? 365 : 30;
        Instant billed = created;
        for (int number = 0; number < 6 && billed.isBefore(World.PRESENT); number++) {
            boolean unpaid = subscription.status() == Status.PAST_DUE
                    && billed.plus(Duration.ofDays(period)).isAfter(World.PRESENT);
            invoice(customer, subscription, price, subscription.quantity(), billed, !unpaid, dice);
            billed = billed.plus(Duration.ofDays(period));
        }
    }

    private static Status status(Dice dice) {
        int throwOf100 = dice.between(1, 100);
        if (throwOf100 <= 78) {
            return Status.ACTIVE;
        }
        return throwOf100 <= 84 ? Status.TRIALING : throwOf100 <= 89 ? Status.PAST_DUE : Status.CANCELED;
    }

    private void invoice(
            Customer customer,
            @Nullable Subscription subscription,
            Price price,
            int quantity,
            Instant billed,
            boolean paid,
            Dice dice) {
        Invoice invoice = new Invoice(
                "in_1" + dice.token(23),
                billed,
                prefix(customer) + "-" + "%04d".formatted(++invoices),
                customer,
                subscription,
                price,
                quantity,
                paid ? billed.plusSeconds(3_700) : null);
        ledger.add("invoices", invoice);
        charge(new Charge(
                invoice.chargeId(),
                billed.plusSeconds(3_650),
                customer,
                invoice,
                invoice.amount(),
                price.currency(),
                subscription == null ? "Payment for Invoice" : "Subscription update",
                paid,
                paid && dice.chance(0.03)));
    }

    /** Some money goes back, and some payers go to their bank first. */
    private void charge(Charge charge) {
        ledger.add("charges", charge);
        if (charge.refunded()) {
            ledger.add("refunds", new Refund(charge));
        } else if (charge.succeeded() && Dice.of(6, charge.id(), 1).chance(0.04)) {
            ledger.add("disputes", new Dispute(charge));
        }
    }

    static String prefix(Customer customer) {
        return customer.id().substring(4, 12).toUpperCase(Locale.ROOT);
    }

    private void purchase(Customer customer, Dice dice) {
        Price price = dice.pickEarly(prices);
        int quantity = dice.between(1, 3);
        Instant bought = customer.created()
                .plusSeconds(dice.number(
                        Duration.between(customer.created(), World.PRESENT).toSeconds()));
        if (dice.chance(0.15)) {
            invoice(customer, null, price, quantity, bought, dice.chance(0.9), dice);
            return;
        }
        charge(new Charge(
                "ch_3" + dice.token(23),
                bought,
                customer,
                null,
                price.amount() * quantity,
                price.currency(),
                price.product().name(),
                dice.chance(0.95),
                dice.chance(0.04)));
    }
}
