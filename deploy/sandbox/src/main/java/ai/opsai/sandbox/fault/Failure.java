package ai.opsai.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The ways in which a provider can fail a caller. */
public sealed interface Failure {

    /** An error in the provider's own words; with {@code Retry-After} when a time is given. */
    record Status(int code, @Nullable Duration retryAfter) implements Failure {}

    /** A page for people where JSON was asked for, with status 200. */
    record Html() implements Failure {}

    /** The right answer, half of it. */
    record HalfBody() implements Failure {}

    /** The right answer with a broken end, complete as far as HTTP is concerned. */
    record MalformedJson() implements Failure {}

    /** The connection closed without a byte. */
    record Empty() implements Failure {}

    /** The connection reset. */
    record Reset() implements Failure {}

    /** The right answer, late. */
    record Slow(Duration delay) implements Failure {}

    /** A redirect to elsewhere. */
    record Redirect(String location) implements Failure {}
}
