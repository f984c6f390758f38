package ai.opsai.events;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Turns the JSON of one type's version into that of the next. Replay reads every version ever written. */
public record Upcaster(EventType type, int from, UnaryOperator<ObjectNode> change) {}
