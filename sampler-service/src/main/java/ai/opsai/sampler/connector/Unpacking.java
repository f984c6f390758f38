package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Unpacks answers, and refuses what unpacks to more than a page may hold before it is held. */
final class Unpacking {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_FILES = 100;

    private Unpacking() {}

    /** What is not packed is taken as it is: HTTP itself may have unpacked it already. */
    static byte[] gzip(byte[] bytes) {
        boolean packed = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        if (!packed) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return bounded(in, MOST_BYTES);
        } catch (IOException e) {
            throw new Undecodable("no gzip", e);
        }
    }

    static List<byte[]> zip(byte[] bytes) {
        var files = new ArrayList<byte[]>();
        int left = MOST_BYTES;
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (files.size() == MOST_FILES) {
                    throw tooMuch();
                }
                files.add(bounded(in, left));
                left -= files.getLast().length;
            }
            return files;
        } catch (IOException e) {
            throw new Undecodable("no zip", e);
        }
    }

    private static byte[] bounded(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooMuch();
        }
        return bytes;
    }

    private static ProviderFailure tooMuch() {
        return new ProviderFailure(
                ProblemCode.PROVIDER_INVALID_RESPONSE,
                "The provider's answer unpacks to more than we read. Ask its support about page sizes.");
    }
}
