package ai.opsai.sampler.connector;

import java.util.List;

/** Where an answer tells how many records the provider has in all. */
public sealed interface Total {

    record Body(List<String> path) implements Total {}

    record Header(String name) implements Total {}

    /** The page number in the link to the last page, where a page is one record long. */
    record LastPage(String parameter) implements Total {}
}
