package ai.opsai.organizer.unification.design;

import ai.opsai.profile.Digests;
import java.util.Map;

/**
 * The SHA-256 of what a schema is: tables, fields with their types, keys, meanings and descriptions, and relationships.
 * Confidences and evidence move with every row and are no part of it, so that new rows alone make no new version.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Design design, Map<Source, String> descriptions) {
        StringBuilder text = new StringBuilder();
        for (Table table : design.tables()) {
            text.append(table.name()).append('\n');
            for (Column column : table.columns()) {
                text.append(' ')
                        .append(column.name())
                        .append(' ')
                        .append(column.type().sql());
                text.append(column.primary() ? " key " : " ")
                        .append(column.meaning())
                        .append('\n');
            }
        }
        for (Relationship it : design.relationships()) {
            text.append(it.from())
                    .append('.')
                    .append(it.field())
                    .append(" > ")
                    .append(it.to())
                    .append('.');
            text.append(it.toField()).append(' ').append(it.status()).append('\n');
        }
        descriptions.forEach((source, description) ->
                text.append(source).append(": ").append(description).append('\n'));
        return Digests.sha256(text.toString());
    }
}
