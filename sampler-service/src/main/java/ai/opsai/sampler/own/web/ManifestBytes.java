package ai.opsai.sampler.own.web;

import ai.opsai.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bodies as text, which must be UTF-8 and, since PostgreSQL keeps them, without NUL. */
final class ManifestBytes {

    private ManifestBytes() {}

    static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("manifest", "The manifest is no UTF-8 text.");
        }
        throw ProblemException.invalid("manifest", "The manifest holds a NUL character.");
    }
}
