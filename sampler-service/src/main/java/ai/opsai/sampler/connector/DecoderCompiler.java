package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.Source;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Compiles decoders, and the parsers that newer manifests nest in one. */
final class DecoderCompiler {

    private DecoderCompiler() {}

    /** The decoder that stands in a field, JSON where there is none. */
    static DecoderPlan of(Source.Mapping owner, String key) {
        return owner.has(key) ? decoder(owner.mapping(key)) : new DecoderPlan.Json();
    }

    private static DecoderPlan decoder(Source.Mapping component) {
        return switch (component.type()) {
            case "JsonDecoder", "JsonParser" -> new DecoderPlan.Json();
            case "JsonlDecoder", "JsonLineParser" -> new DecoderPlan.JsonLines();
            case "IterableDecoder" -> new DecoderPlan.Lines();
            case "CsvDecoder", "CsvParser" -> csv(component);
            case "XmlDecoder" -> new DecoderPlan.Xml();
            case "GzipDecoder" -> new DecoderPlan.Gzip(of(component, "decoder"));
            case "GzipParser" -> new DecoderPlan.Gzip(of(component, "inner_parser"));
            case "ZipfileDecoder" ->
                new DecoderPlan.Zip(of(component, component.has("decoder") ? "decoder" : "parser"));
            case "CompositeRawDecoder" -> of(component, "parser");
            default -> throw Compiling.unsupported(component);
        };
    }

    private static DecoderPlan csv(Source.Mapping component) {
        String encoding = component.optionalText("encoding");
        String delimiter = component.optionalText("delimiter");
        String unescaped = delimiter == null ? "," : delimiter.replace("\\t", "\t");
        if (unescaped.length() != 1) {
            throw component.problem("the delimiter must be one character");
        }
        try {
            return new DecoderPlan.Csv(
                    charset(encoding == null ? "UTF-8" : encoding).name(), unescaped.charAt(0));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw component.problem("the encoding " + encoding + " is not known");
        }
    }

    /** Python writes some names with an underscore that Java doesn't know. */
    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName(name.replace("_", ""));
    }
}
