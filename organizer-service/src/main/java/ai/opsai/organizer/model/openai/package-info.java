/** The only place that knows langchain4j, and with it Jackson 2: any endpoint that speaks OpenAI's chat completions. */
@NullMarked
package ai.opsai.organizer.model.openai;

import org.jspecify.annotations.NullMarked;
