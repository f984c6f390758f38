package ai.opsai.sampler.connector;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys as providers hand them out: PEM of PKCS #8, encrypted or not, and of the older PKCS #1. */
final class PrivateKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?<kind>[A-Z ]+)-----(?<body>[^-]+)-----END [A-Z ]+-----");

    private PrivateKeys() {}

    /** @throws IllegalArgumentException when the text is no such key; the message says nothing of it */
    static PrivateKey read(String text, String passphrase, String algorithm) {
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            throw new IllegalArgumentException("no PEM");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem.group("body"));
        try {
            PKCS8EncodedKeySpec key = switch (pem.group("kind")) {
                case "PRIVATE KEY" -> new PKCS8EncodedKeySpec(bytes);
                case "ENCRYPTED PRIVATE KEY" -> decrypted(bytes, passphrase);
                case "RSA PRIVATE KEY" -> new PKCS8EncodedKeySpec(wrapped(bytes));
                default -> throw new IllegalArgumentException("another kind of key");
            };
            return KeyFactory.getInstance(algorithm).generatePrivate(key);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("no readable key", e);
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] bytes, String passphrase)
            throws IOException, GeneralSecurityException {
        var encrypted = new EncryptedPrivateKeyInfo(bytes);
        SecretKey key = SecretKeyFactory.getInstance(
                        encrypted.getAlgName().equals("PBES2")
                                ? encrypted.getAlgParameters().toString()
                                : encrypted.getAlgName())
                .generateSecret(new PBEKeySpec(passphrase.toCharArray()));
        return encrypted.getKeySpec(key);
    }

    /** PKCS #8 is a version, the algorithm's identifier and the older form, each with its length before it. */
    private static byte[] wrapped(byte[] pkcs1) {
        byte[] head = {2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0};
        return element(48, head, element(4, pkcs1));
    }

    private static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] element = new byte[length + 4];
        element[0] = (byte) tag;
        element[1] = (byte) 0x82;
        element[2] = (byte) (length >> 8);
        element[3] = (byte) length;
        int at = 4;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, element, at, part.length);
            at += part.length;
        }
        return element;
    }
}
