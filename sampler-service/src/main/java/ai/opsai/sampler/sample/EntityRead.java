package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.ParentRecords;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.Total;
import ai.opsai.sampler.provider.EntityBudget;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.TotalRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one entity until it has no more rows or one of its budgets is spent. Pages that an interrupted run stored count as
 * if they had just been read, so both stop at the same row.
 */
final class EntityRead {

    private static final Logger log = LoggerFactory.getLogger(EntityRead.class);
    /** Of each part, where there are many. */
    private static final int LEAST_ROWS = 5;

    private final EntityPlan entity;
    private final StreamPlan plan;
    private final StoredReads reads;
    private final Collected rows;
    private int pages;
    private long bytes;
    private long millis;

    EntityRead(EntityPlan entity, StreamPlan plan, StoredReads reads, Collected rows) {
        this.entity = entity;
        this.plan = plan;
        this.reads = reads;
        this.rows = rows;
    }

    void collect(ParentRecords parents) {
        try {
            List<Slice> all = reads.slices(plan, parents);
            List<Slice> slices = all.stream().limit(entity.budget().slices()).toList();
            Limit limit = read(slices);
            if (limit != null) {
                rows.cut(limit);
            } else if (slices.size() < all.size()) {
                rows.cut(Limit.SLICES);
            } else {
                rows.exhaust();
            }
            askForTotal(slices);
        } catch (BudgetExhausted e) {
            // What was read so far is the sample of this entity; its coverage says how little it is.
            rows.cut(Limit.REQUESTS);
        }
    }

    /** The budget that ended it; null when nothing was left unread. */
    private @Nullable Limit read(List<Slice> slices) {
        Limit limit = null;
        for (int slice = 0; slice < slices.size(); slice++) {
            int left = entity.budget().rows() - rows.size();
            if (left <= 0) {
                return Limit.ROWS;
            }
            int share = Math.max(LEAST_ROWS, Math.ceilDiv(entity.budget().rows(), slices.size()));
            Limit cut = readSlice(slices, slice, Math.min(share, left));
            limit = cut == null ? limit : cut;
        }
        return limit;
    }

    private @Nullable Limit readSlice(List<Slice> slices, int slice, int wanted) {
        Position at = new Position(slice, null, 0);
        int taken = 0;
        for (int page = 0; ; page++) {
            Limit spent = spent();
            if (spent != null) {
                return spent;
            }
            StoredPage read = page("recent/" + plan.name() + "/" + slice + "/" + page, slices, at);
            int fit = Math.min(wanted - taken, read.rows().size());
            for (Map<String, @Nullable Object> row : read.rows().subList(0, fit)) {
                rows.add(RowOrigin.RECENT, row);
            }
            taken += fit;
            Position next = read.next();
            boolean more = next != null && next.slice() == slice;
            if (!more || taken >= wanted) {
                return more || fit < read.rows().size() ? Limit.ROWS : null;
            }
            at = java.util.Objects.requireNonNull(next);
        }
    }

    private StoredPage page(String key, List<Slice> slices, Position at) {
        StoredPage read = reads.page(key, plan, slices, at, slices.size() == 1 ? totalOfPages() : null);
        pages++;
        bytes += read.bytes();
        millis += read.millis();
        if (read.total() != null) {
            rows.count(read.total());
        }
        return read;
    }

    /** Where the answers with the rows tell how many there are. */
    private @Nullable Total totalOfPages() {
        TotalRule rule = entity.total();
        return rule == null || rule.request() != null ? null : rule.place();
    }

    private @Nullable Limit spent() {
        EntityBudget budget = entity.budget();
        if (pages >= budget.pages()) {
            return Limit.PAGES;
        }
        if (bytes >= budget.bytes()) {
            return Limit.BYTES;
        }
        return millis >= budget.time().toMillis() ? Limit.TIME : null;
    }

    /** Only where the rows that were read don't tell; a provider that does not answer it costs the number, not the rows. */
    private void askForTotal(List<Slice> slices) {
        TotalRule rule = entity.total();
        StreamPlan request = rule == null ? null : rule.request();
        if (rule == null || request == null || rows.total() != null || slices.isEmpty()) {
            return;
        }
        try {
            String key = "total/" + plan.name();
            Long total = reads.page(key, request, List.of(Slice.WHOLE), Position.START, rule.place())
                    .total();
            if (total != null) {
                rows.count(total);
            }
        } catch (ProviderFailure e) {
            log.info("The number of {} stays unknown: {}", entity.name(), e.sentence());
        }
    }
}
