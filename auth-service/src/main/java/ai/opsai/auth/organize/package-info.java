/**
 * Organizing: asks for a tenant's database (OrganizeRequested) and follows the run (DatabaseOrganized, OrganizeFailed,
 * OrganizeProgressed).
 */
@NullMarked
package ai.opsai.auth.organize;

import org.jspecify.annotations.NullMarked;
