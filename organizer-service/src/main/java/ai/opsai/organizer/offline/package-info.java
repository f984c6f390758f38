/** The engine on files: reads a folder of samples and prints what it made of them. */
@NullMarked
package ai.opsai.organizer.offline;

import org.jspecify.annotations.NullMarked;
