package dev.fargate.simulator.wire;

/** Who signed a request, and for which region; the signature itself is not verified. */
public record Caller(String accessKey, String accountId, String region) {

    /** The partition that the region belongs to. */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
