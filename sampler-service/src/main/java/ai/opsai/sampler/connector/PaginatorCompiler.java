package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.PaginatorPlan.Strategy;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import org.jspecify.annotations.Nullable;

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
        if (Compiling.isCustom(strategy)) {
            compiling.without(strategy, "CustomPaginationStrategy", "only the first page is read");
            return new PaginatorPlan.SinglePage();
        }
        return new PaginatorPlan.Paged(
                strategy(strategy),
                RequestOptions.of(component, "page_token_option"),
                RequestOptions.of(component, "page_size_option"));
    }

    private static Strategy strategy(Source.Mapping component) {
        @Nullable Template size = Compiling.optional(component, "page_size");
        boolean first = component.flag("inject_on_first_request", false);
        return switch (component.type()) {
            case "CursorPagination" ->
                new Strategy.Cursor(
                        Compiling.template(component, "cursor_value"),
                        Compiling.optional(component, "stop_condition"),
                        size);
            case "PageIncrement" -> new Strategy.Page(component.number("start_from_page", 0), first, size);
            case "OffsetIncrement" -> new Strategy.Offset(first, size);
            default -> throw Compiling.unsupported(component);
        };
    }
}
