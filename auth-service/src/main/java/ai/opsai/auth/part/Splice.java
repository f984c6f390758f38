package ai.opsai.auth.part;

import java.util.UUID;

/** Puts our own fields in front of another service's JSON object without reading it. */
public final class Splice {

    private Splice() {}

    /** The object with an {@code operationId} before its first field. */
    public static String operationId(UUID operationId, String object) {
        int brace = object.indexOf('{');
        boolean empty = object.substring(brace + 1).stripLeading().startsWith("}");
        return "{\"operationId\":\"" + operationId + "\"" + (empty ? "" : ",") + object.substring(brace + 1);
    }
}
