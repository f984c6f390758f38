package ai.opsai.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests from a connection, one after the other. */
final class RequestReader {

    private static final int MOST_HEAD = 64 * 1024;
    private static final int MOST_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request; null when the client has closed. */
    @Nullable
    Request next() throws IOException {
        String requestLine = line();
        if (requestLine == null) {
            return null;
        }
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3 || !parts[1].startsWith("/")) {
            throw new ProtocolException("request line");
        }
        Map<String, String> headers = headers();
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        Parameters query = Parameters.parse(question < 0 ? null : parts[1].substring(question + 1));
        return new Request(parts[0], decodePath(path), "", query, headers, body(headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int total = 0;
        for (String line = required(); !line.isEmpty(); line = required()) {
            int colon = line.indexOf(':');
            total += line.length();
            if (colon < 1 || total > MOST_HEAD) {
                throw new ProtocolException("header");
            }
            headers.put(
                    line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
        int length = chunked ? 0 : length(headers.getOrDefault("content-length", "0"), 10);
        if ((chunked || length > 0) && headers.containsKey("expect")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        return new String(chunked ? chunks() : exactly(length), UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(size));
            required();
            length(Integer.toString(all.size()), 10);
        }
        while (!required().isEmpty()) {
            // trailers say nothing here
        }
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = required();
        int extension = size.indexOf(';');
        return length(extension < 0 ? size : size.substring(0, extension), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static int length(String text, int radix) throws ProtocolException {
        try {
            int length = Integer.parseInt(text.trim(), radix);
            if (length >= 0 && length <= MOST_BODY) {
                return length;
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw new ProtocolException("length");
    }

    private static String decodePath(String path) throws ProtocolException {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            throw new ProtocolException("path");
        }
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() > MOST_HEAD) {
                throw new ProtocolException("line");
            }
            line.write(next);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
