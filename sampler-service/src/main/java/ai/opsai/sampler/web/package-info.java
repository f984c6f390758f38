/** What the gateway reads from the sampler. Every call proves by its assertion which tenant it is about. */
@NullMarked
package ai.opsai.sampler.web;

import org.jspecify.annotations.NullMarked;
