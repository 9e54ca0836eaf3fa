package dev.fargate.aws;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names and tokens that follow from what they stand for. */
public final class Digest {
    private static final int BASE_32 = 32;
    private static final int TOKEN_LENGTH = 26;

    private Digest() {}

    /** SHA-256 of a text, 64 hex digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** 26 characters of [0-9a-v], 130 bits: legal as every client token and in every name of AWS. */
    public static String token(String text) {
        String digits = new BigInteger(1, sha256(text)).toString(BASE_32);
        return digits.substring(0, Math.min(TOKEN_LENGTH, digits.length()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
