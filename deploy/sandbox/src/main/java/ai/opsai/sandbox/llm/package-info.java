/** An OpenAI-compatible endpoint whose answers a test can script and whose prompts it can read. */
@NullMarked
package ai.opsai.sandbox.llm;

import org.jspecify.annotations.NullMarked;
