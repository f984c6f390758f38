package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/** How a stream's pages follow each other. */
sealed interface PaginatorPlan {

    record SinglePage() implements PaginatorPlan {}

    record Paged(
            Strategy strategy,
            @Nullable RequestOption token,
            @Nullable RequestOption size) implements PaginatorPlan {}

    /** What the next page's token is. */
    sealed interface Strategy {

        /** Zero when the manifest names no size. */
        int pageSize();

        record Cursor(Template value, @Nullable Template stop, int pageSize) implements Strategy {}

        record Page(long start, boolean injectFirst, int pageSize) implements Strategy {}

        record Offset(boolean injectFirst, int pageSize) implements Strategy {}
    }
}
