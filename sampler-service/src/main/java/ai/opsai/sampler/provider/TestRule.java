package ai.opsai.sampler.provider;

import ai.opsai.sampler.expression.Template;

/** Tells rows of an entity that were made in the provider's test mode, as by {@code livemode: false}. */
public record TestRule(String entity, Template when) {}
