package dev.fargate.aws;

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
        return SCHEME + Digest.hex(CanonicalJson.of(request)).substring(0, HEX_DIGITS);
    }
}
