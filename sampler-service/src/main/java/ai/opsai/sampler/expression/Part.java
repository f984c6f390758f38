package ai.opsai.sampler.expression;

import java.util.List;

/** The syntax tree of a template: text, values and the three statements of the format. */
sealed interface Part {

    record Text(String text) implements Part {}

    record Output(Node node) implements Part {}

    record Set(List<Target> targets, Node value) implements Part {}

    record SetBlock(Target target, List<Part> body) implements Part {}

    record If(List<Branch> branches, List<Part> otherwise) implements Part {}

    record For(List<Target> targets, Node items, List<Node> filter, List<Part> body, List<Part> otherwise)
            implements Part {}

    record Branch(Node test, List<Part> body) {}

    /** A name, or a member of a namespace when {@code member} isn't empty. */
    record Target(String name, String member) {}
}
