/** The main job shown end to end, through nothing but the gateway's public HTTP API. */
@NullMarked
package ai.opsai.local.demo;

import org.jspecify.annotations.NullMarked;
