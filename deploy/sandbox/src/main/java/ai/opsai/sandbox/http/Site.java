package ai.opsai.sandbox.http;

/** One provider's stand-in, mounted below its name. Both methods are called from many threads at once. */
public interface Site {

    /** The first segment of its paths, also its name in the log and in faults. */
    String name();

    Response answer(Request request);

    /** An error of this status in the provider's own words. */
    Response error(int status);

    /** The same request, seen from below this site's mount. */
    default Response mounted(Request request) {
        return answer(request.below("/" + name()));
    }
}
