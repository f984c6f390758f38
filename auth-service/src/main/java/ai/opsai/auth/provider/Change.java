package ai.opsai.auth.provider;

import java.net.URI;
import java.time.LocalDate;

/** A date on which the provider's API or OAuth changes, and what then. */
public record Change(LocalDate on, String what, URI source) {}
