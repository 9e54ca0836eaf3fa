package dev.fargate.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A hash of what a request says: canonical JSON without tags, nulls and empties, keys sorted. The scheme stands in the value, so that a
 * later operator can compute an older scheme and need not roll.
 */
public final class ContentHash {
    private static final String SCHEME = "v1-";
    private static final int HEX_DIGITS = 32;

    private ContentHash() {}

    /** {@code v1-} and 128 bits in hex. */
    public static String of(SdkPojo request) {
        return SCHEME + sha256(CanonicalJson.of(request)).substring(0, HEX_DIGITS);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
