package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Part.Branch;
import ai.opsai.sampler.expression.Part.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a template's parts and joins what they put out; the output is bounded. */
final class Renderer {

    private static final int MAX_LENGTH = 4_000_000;

    private final Evaluator evaluator = new Evaluator();
    private final StringBuilder out = new StringBuilder();

    static String render(List<Part> parts, Scope scope) {
        var renderer = new Renderer();
        renderer.run(parts, new Frame(scope));
        return renderer.out.toString();
    }

    private void run(List<Part> parts, Frame frame) {
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> append(text);
                case Part.Output(Node node) -> append(Texts.str(evaluator.value(node, frame)));
                case Part.Set(List<Target> targets, Node value) ->
                    assign(targets, evaluator.value(value, frame), frame);
                case Part.SetBlock(Target target, List<Part> body) -> block(target, body, frame);
                case Part.If(List<Branch> branches, List<Part> otherwise) -> choose(branches, otherwise, frame);
                case Part.For loop -> loop(loop, frame);
            }
        }
    }

    private void append(String text) {
        if (out.length() + text.length() > MAX_LENGTH) {
            throw new ExpressionException("output too long");
        }
        out.append(text);
    }

    private static void assign(List<Target> targets, @Nullable Object value, Frame frame) {
        if (targets.size() == 1) {
            assign(targets.getFirst(), value, frame);
            return;
        }
        List<@Nullable Object> items = Sequences.items(value);
        if (items.size() != targets.size()) {
            throw new ExpressionException("wrong number of values to unpack");
        }
        for (int i = 0; i < targets.size(); i++) {
            assign(targets.get(i), items.get(i), frame);
        }
    }

    private static void assign(Target target, @Nullable Object value, Frame frame) {
        if (target.member().isEmpty()) {
            frame.set(target.name(), value);
        } else if (frame.get(target.name()) instanceof Namespace namespace) {
            namespace.set(target.member(), value);
        } else {
            throw new ExpressionException("cannot assign attribute on non-namespace object");
        }
    }

    private void block(Target target, List<Part> body, Frame frame) {
        int start = out.length();
        run(body, frame.inner());
        String text = out.substring(start);
        out.setLength(start);
        assign(target, text, frame);
    }

    private void choose(List<Branch> branches, List<Part> otherwise, Frame frame) {
        for (Branch branch : branches) {
            if (Truth.of(evaluator.value(branch.test(), frame))) {
                run(branch.body(), frame);
                return;
            }
        }
        run(otherwise, frame);
    }

    private void loop(Part.For loop, Frame frame) {
        List<@Nullable Object> items = Sequences.items(evaluator.value(loop.items(), frame)).stream()
                .filter(item -> passes(loop, item, frame))
                .toList();
        if (items.isEmpty()) {
            run(loop.otherwise(), frame.inner());
        }
        for (int i = 0; i < items.size(); i++) {
            Frame body = frame.inner();
            body.set("loop", state(i, items.size()));
            assign(loop.targets(), items.get(i), body);
            run(loop.body(), body);
        }
    }

    private boolean passes(Part.For loop, @Nullable Object item, Frame frame) {
        if (loop.filter().isEmpty()) {
            return true;
        }
        Frame inner = frame.inner();
        assign(loop.targets(), item, inner);
        return Truth.of(evaluator.value(loop.filter().getFirst(), inner));
    }

    private static Map<String, Object> state(int index, int size) {
        var loop = new LinkedHashMap<String, Object>();
        loop.put("index", index + 1L);
        loop.put("index0", (long) index);
        loop.put("revindex", (long) size - index);
        loop.put("first", index == 0);
        loop.put("last", index == size - 1);
        loop.put("length", (long) size);
        return loop;
    }
}
