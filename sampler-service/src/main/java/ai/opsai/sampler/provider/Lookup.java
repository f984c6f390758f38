package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.StreamPlan;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A way to fetch rows by values that are known from elsewhere.
 *
 * @param by what the values are: {@code email}, {@code domain}, {@code login}, {@code id}, or {@code metadata}: values of a
 *     field that the tenant made up to hold another tool's ids
 * @param batch how many values one batch takes
 * @param cost how many requests one batch takes
 * @param requests how many requests one run may spend on it
 * @param matches the form that a value must have to be worth a request
 * @param within where rows hold the fields that tenants make up; empty unless by metadata
 * @param fallback whether it only takes the values that the look-ups before it could not ask for; others take those for
 *     which nothing was found
 * @param properties the stream whose property names the request must carry, empty where none
 */
public record Lookup(
        String entity,
        String by,
        int batch,
        int cost,
        int requests,
        Pattern matches,
        List<String> within,
        boolean fallback,
        String properties,
        StreamPlan plan) {}
