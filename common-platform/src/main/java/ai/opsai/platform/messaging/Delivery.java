package ai.opsai.platform.messaging;

import ai.opsai.events.Envelope;
import ai.opsai.events.Topic;

/** An event and where it stood: an offset is only comparable within its topic and partition. */
public record Delivery(Envelope event, Topic topic, int partition, long offset) {}
