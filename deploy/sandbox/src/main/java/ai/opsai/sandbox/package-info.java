/** The sandbox: a small SaaS world on one port, started from the command line or inside a test. */
@NullMarked
package ai.opsai.sandbox;

import org.jspecify.annotations.NullMarked;
