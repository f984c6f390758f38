package ai.opsai.sampler.connector;

import org.jspecify.annotations.Nullable;

/** What the requests for one page have in common. */
record OnePage(StreamPlan plan, Slice slice, @Nullable Object token, Call call) {

    /** Adds what slice and page put into a request. */
    void addTo(RequestBuilder request) {
        if (token == null || !plan.bareNextPages()) {
            slice.options().forEach(request::option);
        }
        if (plan.paginator() instanceof PaginatorPlan.Paged(var strategy, var tokenPlace, var sizePlace)) {
            int size = strategy.pageSize(call.scope());
            if (sizePlace != null && size > 0) {
                request.option(sizePlace, size);
            }
            if (tokenPlace != null && token != null) {
                request.option(tokenPlace, token);
            }
        }
    }
}
