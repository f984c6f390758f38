package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.List;

/** Where a value goes in a request. */
record RequestOption(Place place, List<Template> path) {

    enum Place {
        PARAMETER,
        HEADER,
        BODY_JSON,
        BODY_DATA,
        /** The value is the address of the request, or its path. */
        PATH
    }

    static RequestOption header(String name) {
        return new RequestOption(Place.HEADER, List.of(Template.parse(name)));
    }

    List<String> steps(Scope scope) {
        return path.stream().map(step -> step.text(scope)).toList();
    }

    String name(Scope scope) {
        return String.join(".", steps(scope));
    }
}
