package ai.opsai.sampler.connector;

/** How the bytes of an answer become data. */
sealed interface DecoderPlan {

    record Json() implements DecoderPlan {}

    /** One JSON value a line. */
    record JsonLines() implements DecoderPlan {}

    /** Each line is a record with the one field {@code record}. */
    record Lines() implements DecoderPlan {}

    record Csv(String encoding, char delimiter) implements DecoderPlan {}

    record Xml() implements DecoderPlan {}

    record Gzip(DecoderPlan inner) implements DecoderPlan {}

    record Zip(DecoderPlan inner) implements DecoderPlan {}
}
