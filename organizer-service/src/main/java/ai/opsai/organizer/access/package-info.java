/** Who may read here: other services with an assertion for the tenant, nobody else. */
@NullMarked
package ai.opsai.organizer.access;

import org.jspecify.annotations.NullMarked;
