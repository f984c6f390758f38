package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.world.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account holds at Stripe. */
sealed interface StripeObject {

    String id();

    Instant created();

    /** The value by which lists filter and searches find; null when the object has none of this name. */
    @Nullable
    String facet(String name);

    record Product(String id, Instant created, String name, String description, boolean active, String defaultPrice)
            implements StripeObject {

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "name" -> name;
                case "active" -> Boolean.toString(active);
                default -> null;
            };
        }
    }

    /** @param interval null: sold once */
    record Price(
            String id,
            Instant created,
            Product product,
            int amount,
            String currency,
            @Nullable String interval) implements StripeObject {

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "product" -> product.id();
                case "active" -> "true";
                case "currency" -> currency;
                case "type" -> interval == null ? "one_time" : "recurring";
                default -> null;
            };
        }
    }

    record Customer(
            String id,
            Instant created,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String description,
            @Nullable Place place,
            boolean live,
            Map<String, String> metadata)
            implements StripeObject {

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "email" -> email;
                case "name" -> name;
                case "phone" -> phone;
                default -> metadata.get(metadataKey(facet));
            };
        }
    }

    record Subscription(String id, Instant created, Customer customer, Price price, int quantity, Status status)
            implements StripeObject {

        enum Status {
            ACTIVE,
            TRIALING,
            PAST_DUE,
            CANCELED;

            String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "customer" -> customer.id();
                case "price" -> price.id();
                case "status" -> status.id();
                default -> null;
            };
        }
    }

    /** @param paid null: still open */
    record Invoice(
            String id,
            Instant created,
            String number,
            Customer customer,
            @Nullable Subscription subscription,
            Price price,
            int quantity,
            @Nullable Instant paid)
            implements StripeObject {

        int amount() {
            return price.amount() * quantity;
        }

        String chargeId() {
            return "ch_" + id.substring(3);
        }

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "customer" -> customer.id();
                case "subscription" -> subscription == null ? null : subscription.id();
                case "status" -> paid == null ? "open" : "paid";
                case "number" -> number;
                case "currency" -> price.currency();
                case "total" -> Integer.toString(amount());
                default -> null;
            };
        }
    }

    /** @param invoice null: sold without one */
    record Charge(
            String id,
            Instant created,
            Customer customer,
            @Nullable Invoice invoice,
            int amount,
            String currency,
            String description,
            boolean succeeded,
            boolean refunded)
            implements StripeObject {

        String paymentIntent() {
            return "pi_" + id.substring(3);
        }

        @Override
        public @Nullable String facet(String facet) {
            return switch (facet) {
                case "customer" -> customer.id();
                case "payment_intent" -> paymentIntent();
                case "status" -> succeeded ? "succeeded" : "failed";
                case "amount" -> Integer.toString(amount);
                case "currency" -> currency;
                default -> null;
            };
        }
    }

    /** The whole charge given back, a day later. */
    record Refund(Charge charge) implements StripeObject {

        @Override
        public String id() {
            return "re_" + charge.id().substring(3);
        }

        @Override
        public Instant created() {
            return charge.created().plus(Duration.ofDays(1));
        }

        @Override
        public @Nullable String facet(String facet) {
            return ofCharge(facet, charge);
        }
    }

    /** The payer's bank wants the whole charge back. */
    record Dispute(Charge charge) implements StripeObject {

        @Override
        public String id() {
            return "dp_" + charge.id().substring(3);
        }

        @Override
        public Instant created() {
            return charge.created().plus(Duration.ofDays(3));
        }

        @Override
        public @Nullable String facet(String facet) {
            return ofCharge(facet, charge);
        }
    }

    private static @Nullable String ofCharge(String facet, Charge charge) {
        return switch (facet) {
            case "charge" -> charge.id();
            case "payment_intent" -> charge.paymentIntent();
            default -> null;
        };
    }

    /** {@code metadata['key']} as searches write it, reduced to the key. */
    private static String metadataKey(String facet) {
        return facet.startsWith("metadata[") ? facet.replaceAll("^metadata\\[[\"']?|[\"']?]$", "") : "";
    }
}
