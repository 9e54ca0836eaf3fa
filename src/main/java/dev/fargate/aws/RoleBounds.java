package dev.fargate.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where roles that the operator makes are, and what bounds them: whoever may write roles could give himself any right, so its own policy
 * lets it write only such (operator/iam/schedule-roles.json, operator/iam/profile-roles.json).
 *
 * @param path of the roles; begins and ends with a slash
 * @param boundary path and name of a policy of the account, which bounds what each role may do; empty for none
 */
public record RoleBounds(String path, Optional<String> boundary) {
    /** IAM API reference, CreateRole: a slash, or characters between two of them. */
    private static final Pattern PATH = Pattern.compile("/([\\x21-\\x7E]+/)?");

    private static final Pattern POLICY = Pattern.compile("/([\\x21-\\x7E]+/)?[\\w+=,.@-]+");
    private static final int LONGEST_PATH = 512;

    public RoleBounds {
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + path
                    + "' is no path of IAM roles: it begins and ends with a slash, as in /fargate/schedules/");
        }
        boundary.filter(policy -> !POLICY.matcher(policy).matches()).ifPresent(policy -> {
            throw new IllegalArgumentException(
                    "'" + policy + "' is no policy of IAM: write its path and name, as in /fargate/schedules, or none");
        });
    }

    /** The name of a resource's role: IAM takes 64 characters, and none of them twice in an account, whatever the path. */
    public static String name(Owner owner) {
        return "fargate-" + Digest.token("%s/%s/%s".formatted(owner.clusterId(), owner.namespace(), owner.name()));
    }

    public String roleArn(Identity.Caller account, String name) {
        return arn(account, "role" + path + name);
    }

    public Optional<String> boundaryArn(Identity.Caller account) {
        return boundary.map(policy -> arn(account, "policy" + policy));
    }

    private static String arn(Identity.Caller account, String resource) {
        return "arn:%s:iam::%s:%s".formatted(account.partition(), account.accountId(), resource);
    }
}
