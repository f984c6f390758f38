package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.PaginatorPlan.Strategy;
import ai.opsai.sampler.manifest.Source;

/** Compiles paginators. */
final class PaginatorCompiler {

    private final Compiling compiling;

    PaginatorCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    PaginatorPlan paginator(Source.Mapping component) {
        return switch (component.type()) {
            case "NoPagination" -> new PaginatorPlan.SinglePage();
            case "DefaultPaginator" -> paged(component);
            default -> throw Compiling.unsupported(component);
        };
    }

    private PaginatorPlan paged(Source.Mapping component) {
        Source.Mapping strategy = component.mapping("pagination_strategy");
        if (strategy.type().startsWith("Custom")) {
            compiling.without(strategy, strategy.type(), "only the first page is read");
            return new PaginatorPlan.SinglePage();
        }
        return new PaginatorPlan.Paged(
                strategy(strategy),
                RequestOptions.of(component, "page_token_option"),
                RequestOptions.of(component, "page_size_option"));
    }

    private static Strategy strategy(Source.Mapping component) {
        int size = size(component);
        return switch (component.type()) {
            case "CursorPagination" ->
                new Strategy.Cursor(
                        Compiling.template(component, "cursor_value"),
                        Compiling.optional(component, "stop_condition"),
                        size);
            case "PageIncrement" ->
                new Strategy.Page(
                        component.number("start_from_page", 0), component.flag("inject_on_first_request", false), size);
            case "OffsetIncrement" -> new Strategy.Offset(component.flag("inject_on_first_request", false), size);
            default -> throw Compiling.unsupported(component);
        };
    }

    /** A size that an expression computes is left to the provider's default. */
    private static int size(Source.Mapping component) {
        String text = component.optionalText("page_size");
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
