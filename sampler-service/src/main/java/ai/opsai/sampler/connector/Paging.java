package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.PaginatorPlan.Strategy;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the token of the next page, by the strategy's own rule of when to stop. */
final class Paging {

    private Paging() {}

    /** What the first request of a slice carries. */
    static @Nullable Object first(PaginatorPlan paginator) {
        return switch (paginator) {
            case PaginatorPlan.SinglePage() -> null;
            case PaginatorPlan.Paged(Strategy strategy, RequestOption _, RequestOption _) ->
                switch (strategy) {
                    case Strategy.Cursor _ -> null;
                    case Strategy.Page(long start, boolean inject, var _) -> inject ? (Object) start : null;
                    case Strategy.Offset(boolean inject, var _) -> inject ? 0L : null;
                };
        };
    }

    /** Null where there is no next page; the same token again counts as none, or a read would never end. */
    static @Nullable Object next(
            PaginatorPlan paginator,
            @Nullable Object current,
            int offset,
            List<Map<String, @Nullable Object>> records,
            Scope scope) {
        Object next = switch (paginator) {
            case PaginatorPlan.SinglePage() -> null;
            case PaginatorPlan.Paged(Strategy strategy, RequestOption _, RequestOption _) ->
                switch (strategy) {
                    case Strategy.Cursor(Template value, Template stop, var _) -> cursor(value, stop, records, scope);
                    case Strategy.Page page ->
                        full(records, page.pageSize(scope)) ? (Object) (number(current, page.start()) + 1) : null;
                    case Strategy.Offset each ->
                        full(records, each.pageSize(scope)) ? (Object) ((long) offset + records.size()) : null;
                };
        };
        return Objects.equals(next, current) ? null : next;
    }

    private static boolean full(List<?> records, int size) {
        return !records.isEmpty() && records.size() >= size;
    }

    private static long number(@Nullable Object current, long start) {
        return current instanceof Number number ? number.longValue() : start;
    }

    private static @Nullable Object cursor(
            Template value, @Nullable Template stop, List<Map<String, @Nullable Object>> records, Scope answer) {
        Scope scope = answer.with("last_record", records.isEmpty() ? null : records.getLast())
                .with("last_page_size", (long) records.size());
        if (stop != null && stop.test(scope)) {
            return null;
        }
        Object next = value.evaluate(scope);
        return isNothing(next) ? null : next;
    }

    /** Whatever counts as false ends the pages: {@code response.get('next', {})} is an empty mapping on the last one. */
    private static boolean isNothing(@Nullable Object token) {
        return switch (token) {
            case null -> true;
            case String text -> text.isEmpty();
            case Boolean flag -> !flag;
            case Number number -> number.doubleValue() == 0;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
