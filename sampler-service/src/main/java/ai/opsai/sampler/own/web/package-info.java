/** What the gateway asks about the connectors of a tenant. */
@NullMarked
package ai.opsai.sampler.own.web;

import org.jspecify.annotations.NullMarked;
