/** A HubSpot-shaped CRM API over the world. */
@NullMarked
package ai.opsai.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
