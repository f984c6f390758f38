package ai.opsai.sampler.provider;

import ai.opsai.sampler.expression.Template;

/** What speaks for a business model: rows of an entity that fulfil a condition. A hint without such rows says nothing. */
public record ModelHint(String model, String entity, Template when, double weight, String says) {}
