package dev.fargate.simulator.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which account an access key belongs to. Keys that nobody handed out here belong to the default account. */
public final class Accounts {
    /** moto's default, so that both sides agree. */
    public static final String DEFAULT_ACCOUNT = "123456789012";

    private final Map<String, String> byKey = new ConcurrentHashMap<>();

    public String of(String accessKey) {
        return byKey.getOrDefault(accessKey, DEFAULT_ACCOUNT);
    }

    /** Notes temporary credentials that STS handed out. */
    public void note(String accessKey, String accountId) {
        byKey.put(accessKey, accountId);
    }

    public void forget() {
        byKey.clear();
    }
}
