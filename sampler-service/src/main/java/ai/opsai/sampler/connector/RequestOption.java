package ai.opsai.sampler.connector;

import java.util.List;

/** Where a value goes in a request. */
record RequestOption(Place place, List<String> path) {

    enum Place {
        PARAMETER,
        HEADER,
        BODY_JSON,
        BODY_DATA,
        /** The value is the address of the request, or its path. */
        PATH
    }
}
