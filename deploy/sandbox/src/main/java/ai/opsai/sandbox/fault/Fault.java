package ai.opsai.sandbox.fault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fault to come.
 *
 * @param provider the site's name: {@code github}, {@code stripe}, {@code hubspot}, {@code openai}
 * @param path found in the paths it strikes, as seen below the site; null: all
 * @param times how often it strikes, then it is over
 * @param afterRequests how many matching requests pass first
 */
public record Fault(String provider, @Nullable Pattern path, Failure failure, int times, int afterRequests) {

    public static final int FOREVER = Integer.MAX_VALUE;

    /** Strikes every request of the provider until it is cleared. */
    public static Fault always(String provider, Failure failure) {
        return new Fault(provider, null, failure, FOREVER, 0);
    }

    /** Strikes the next request only. */
    public static Fault once(String provider, Failure failure) {
        return new Fault(provider, null, failure, 1, 0);
    }

    public Fault on(String pathRegex) {
        return new Fault(provider, Pattern.compile(pathRegex), failure, times, afterRequests);
    }

    public Fault times(int count) {
        return new Fault(provider, path, failure, count, afterRequests);
    }

    public Fault after(int requests) {
        return new Fault(provider, path, failure, times, requests);
    }

    boolean concerns(String site, String requestPath) {
        return provider.equals(site)
                && (path == null || path.matcher(requestPath).find());
    }
}
