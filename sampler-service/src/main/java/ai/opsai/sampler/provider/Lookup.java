package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.StreamPlan;
import java.util.regex.Pattern;

/**
 * A way to fetch rows by values that are known from elsewhere.
 *
 * @param by what the values are: {@code email}, {@code domain}, {@code login} or {@code id}
 * @param batch how many values one request takes
 * @param requests how many requests one onboarding may spend on it
 * @param matches the form that a value must have to be worth a request
 * @param properties the stream whose property names the request must carry, empty where none
 */
public record Lookup(
        String entity, String by, int batch, int requests, Pattern matches, String properties, StreamPlan plan) {}
