package ai.opsai.profile;

import java.util.List;
import java.util.Set;

/** What the words of a field name lead one to expect. A prior never decides alone: the values must bear it out. */
final class NamePriors {

    private static final Set<String> TIME = Set.of(
            "at",
            "on",
            "time",
            "date",
            "ts",
            "timestamp",
            "created",
            "updated",
            "modified",
            "expires",
            "expiry",
            "expiration",
            "start",
            "end",
            "started",
            "ended",
            "since",
            "until",
            "due",
            "canceled",
            "cancelled",
            "deleted",
            "closed",
            "opened",
            "seen",
            "last",
            "first",
            "birth",
            "birthday",
            "available",
            "arrival",
            "period",
            "ms",
            "when",
            "paid",
            "trial",
            "effective",
            "epoch",
            "createdate",
            "closedate");
    private static final Set<String> MONEY = Set.of(
            "amount",
            "price",
            "total",
            "subtotal",
            "fee",
            "fees",
            "cost",
            "revenue",
            "balance",
            "tax",
            "spent",
            "salary",
            "payment",
            "discount",
            "charge",
            "refund",
            "refunded",
            "budget",
            "mrr",
            "arr",
            "paid",
            "due",
            "value",
            "rate",
            "freight",
            "worth",
            "earnings",
            "deposit",
            "annualrevenue",
            "net",
            "gross");
    private static final Set<String> COUNTING = Set.of(
            "count",
            "number",
            "num",
            "quantity",
            "qty",
            "id",
            "ids",
            "rank",
            "score",
            "percent",
            "percentage",
            "pct",
            "position",
            "version",
            "size",
            "weight",
            "days",
            "hours",
            "minutes",
            "seconds",
            "items",
            "pages",
            "rate",
            "probability",
            "ratio",
            "attempts",
            "code",
            "limit");
    private static final Set<String> CHOICE = Set.of(
            "status",
            "state",
            "type",
            "kind",
            "role",
            "priority",
            "category",
            "stage",
            "reason",
            "mode",
            "visibility",
            "association",
            "tier",
            "level",
            "severity",
            "method",
            "object",
            "privacy",
            "permission",
            "gender",
            "channel",
            "lifecyclestage",
            "lifecycle",
            "dealstage",
            "pipeline",
            "plan",
            "interval",
            "brand",
            "access",
            "scope",
            "event",
            "action",
            "conclusion",
            "side",
            "direction",
            "resolution",
            "exempt");
    private static final Set<String> PHONE =
            Set.of("phone", "mobile", "tel", "telephone", "fax", "cell", "whatsapp", "homephone");

    private NamePriors() {}

    static boolean time(List<String> words) {
        return words.stream().anyMatch(TIME::contains);
    }

    static boolean money(List<String> words) {
        return words.stream().anyMatch(MONEY::contains) && words.stream().noneMatch(COUNTING::contains);
    }

    static boolean counting(List<String> words) {
        return words.stream().anyMatch(COUNTING::contains);
    }

    static boolean choice(List<String> words) {
        return !words.isEmpty() && CHOICE.contains(words.getLast());
    }

    static boolean phone(List<String> words) {
        return words.stream().anyMatch(PHONE::contains);
    }

    static boolean any(List<String> words, String... expected) {
        return words.stream().anyMatch(List.of(expected)::contains);
    }
}
