/**
 * What the gateway hears on the topics, and which module it is for. Of samples it hears that they came, never their
 * rows.
 */
@NullMarked
package ai.opsai.auth.hearing;

import org.jspecify.annotations.NullMarked;
