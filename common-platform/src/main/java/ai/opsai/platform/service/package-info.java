/** Puts the platform together for one service. */
@NullMarked
package ai.opsai.platform.service;

import org.jspecify.annotations.NullMarked;
