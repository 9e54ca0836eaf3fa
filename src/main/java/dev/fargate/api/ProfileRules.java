package dev.fargate.api;

/** EKS's rules for Fargate profiles, as far as they can be known from the manifest. */
final class ProfileRules {
    /** EKS API reference, CreateCluster. */
    static final String CLUSTER_NAME = "^[0-9A-Za-z][A-Za-z0-9_-]*$";

    static final String NAME = "^[0-9A-Za-z][A-Za-z0-9_-]*$";

    static final String RESERVED = "!self.startsWith('eks-')";
    static final String RESERVED_SAYS = "EKS reserves profile names that start with eks-: choose another one";

    /** A namespace with the wildcards of the EKS user guide, "Fargate profile wildcards". */
    static final String NAMESPACE = "^[a-z0-9*?-]+$";

    static final String LABELS = "self.all(k, k.matches('^[A-Za-z0-9*?]([A-Za-z0-9_./*?-]*[A-Za-z0-9*?])?$'))"
            + " && self.all(k, self[k].matches('^([A-Za-z0-9*?]([A-Za-z0-9_.*?-]*[A-Za-z0-9*?])?)?$'))";
    static final String LABELS_SAYS =
            "labels are keys and values of Kubernetes labels, perhaps with the wildcards * and ?: app.kubernetes.io/name: web-*";

    static final String ROLE = "self == 'Managed' || " + Formats.ROLE;
    static final String ROLE_SAYS =
            "podExecutionRole is Managed, or the full ARN of a role: arn:aws:iam::123456789012:role/NAME";

    static final String ONE_WAY = "has(self.subnets) != has(self.subnetSelector)";
    static final String ONE_WAY_SAYS =
            "a profile says where its pods run: list private subnets by id in subnets, or choose them"
                    + " by tags in subnetSelector; one of the two";

    private ProfileRules() {}
}
