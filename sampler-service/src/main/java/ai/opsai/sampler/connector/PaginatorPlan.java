package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
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

        @Nullable
        Template size();

        /** How many records a full page has; zero when the manifest names no size. */
        default int pageSize(Scope scope) {
            String text = size() == null ? "" : size().text(scope);
            return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        }

        record Cursor(
                Template value,
                @Nullable Template stop,
                @Nullable Template size) implements Strategy {}

        record Page(
                long start, boolean injectFirst, @Nullable Template size) implements Strategy {}

        record Offset(boolean injectFirst, @Nullable Template size) implements Strategy {}
    }
}
