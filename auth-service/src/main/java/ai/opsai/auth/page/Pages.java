package ai.opsai.auth.page;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. A cursor is sealed to its list, tenant and filter: it tells nothing, can't be made up, and is
 * refused anywhere else.
 */
public final class Pages {

    private static final int LONGEST = 1000;

    private final Sealing sealing;

    Pages(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Where a list is read from. */
    public interface Source<T> {

        /** At most so many items behind the position, or from the beginning where it is null. */
        List<T> read(@Nullable String position, int limit);
    }

    /**
     * The page behind the cursor.
     *
     * @param list what the cursor belongs to: the list's name, its tenant, and what filters it
     * @throws ProblemException {@code invalid_cursor}, or {@code invalid_request} for a limit out of bounds
     */
    public <T> Slice<T> page(
            @Nullable String cursor, int limit, Source<T> source, Function<T, String> position, String... list) {
        if (limit < 1 || limit > LONGEST) {
            throw ProblemException.invalid("limit", "A limit lies between 1 and " + LONGEST + ".");
        }
        List<T> found = source.read(cursor == null ? null : opened(cursor, list), limit + 1);
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Slice<>(items, sealed(position.apply(items.getLast()), list));
    }

    private String sealed(String position, String... list) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(Secret.of(position), place(list)));
    }

    private String opened(String cursor, String... list) {
        try {
            return sealing.open(Base64.getUrlDecoder().decode(cursor), place(list))
                    .reveal();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Use the nextCursor of the page before.");
        }
    }

    private static String[] place(String... list) {
        String[] place = new String[list.length + 1];
        place[0] = "cursor";
        System.arraycopy(list, 0, place, 1, list.length);
        return place;
    }
}
