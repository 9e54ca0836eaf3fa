package dev.fargate.api;

/** ELB's rules for load balancers, as far as they can be known from the manifest (ELB API reference, CreateLoadBalancer, CreateListener). */
final class LoadBalancerRules {
    static final String NAME = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$";

    static final String RESERVED = "!self.startsWith('internal-')";
    static final String RESERVED_SAYS = "ELB reserves names that start with internal-: choose another one";

    static final String PROTOCOLS = "self.listeners.all(l, (has(self.type) && self.type == 'NLB')"
            + " ? l.protocol in ['TCP', 'TLS'] : l.protocol in ['HTTP', 'HTTPS'])";
    static final String PROTOCOLS_SAYS =
            "an ALB listens for HTTP and HTTPS, an NLB for TCP and TLS: change type or protocol";

    static final String IDLE = "!has(self.idleTimeoutSeconds) || !has(self.type) || self.type == 'ALB'";
    static final String IDLE_SAYS =
            "idleTimeoutSeconds is for an ALB: an NLB has tcp.idle_timeout.seconds on its listeners; remove it";

    static final String GROUPS = "!(has(self.securityGroups) && has(self.allowedSources))";
    static final String GROUPS_SAYS =
            "allowedSources is for the security group that is made: remove it, or remove securityGroups";

    static final String ZONES = "(has(self.type) && self.type == 'NLB') || size(self.subnets) >= 2";
    static final String ZONES_SAYS = "an ALB needs subnets in two zones at least: name another one in subnets";

    static final String SOURCES = "self.all(s, s.matches('^[0-9a-fA-F.:]+/[0-9]{1,3}$'))";
    static final String SOURCES_SAYS = "a source is a CIDR block such as 10.0.0.0/8, 0.0.0.0/0 or ::/0";

    static final String NAMESPACES = "self.all(n, n == '*' || n.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'))";
    static final String NAMESPACES_SAYS = "a namespace is given by its name, or all of them by *";

    static final String SAME_NAME = "(has(self.loadBalancerName) ? self.loadBalancerName : '')"
            + " == (has(oldSelf.loadBalancerName) ? oldSelf.loadBalancerName : '')";
    static final String SAME_NAME_SAYS =
            "loadBalancerName is immutable: create another FargateLoadBalancer for the other name";

    static final String SAME_TYPE =
            "(has(self.type) ? self.type : 'ALB') == (has(oldSelf.type) ? oldSelf.type : 'ALB')";
    static final String SAME_TYPE_SAYS = "type is immutable: create another FargateLoadBalancer of the other type";

    static final String SAME_SCHEME =
            "(has(self.scheme) ? self.scheme : 'Internal') == (has(oldSelf.scheme) ? oldSelf.scheme : 'Internal')";
    static final String SAME_SCHEME_SAYS =
            "scheme is immutable: create another FargateLoadBalancer of the other scheme";

    static final String ATTRIBUTES =
            "self.all(k, !(k in ['idle_timeout.timeout_seconds', 'deletion_protection.enabled'])"
                    + " && !k.startsWith('access_logs.'))";
    static final String ATTRIBUTES_SAYS =
            "idle timeout, deletion protection and access logs have fields of their own: use those";

    /** A bucket takes what its policy lets ELB write, from whichever namespace it comes. */
    static final String BUCKETS = "self.all(k, k.startsWith('access_logs.') || !k.contains('.s3.'))";

    static final String BUCKETS_SAYS = "attributes name no bucket: remove those with .s3. in their names";

    static final String CERTIFICATE = "self.matches('^arn:aws[a-z0-9-]*:(acm|iam):.*$')";
    static final String CERTIFICATE_SAYS =
            "give the certificate by its full ARN: arn:aws:acm:REGION:ACCOUNT:certificate/ID";

    static final String ENCRYPTED = "self.protocol in ['HTTPS', 'TLS'] ? has(self.certificateArn)"
            + " : !has(self.certificateArn) && !has(self.sslPolicy)";
    static final String ENCRYPTED_SAYS =
            "HTTPS and TLS need a certificateArn; HTTP and TCP take neither certificateArn nor sslPolicy";

    static final String CONNECTIONS =
            "self.protocol in ['HTTP', 'HTTPS'] || (has(self.defaultAction) && has(self.defaultAction.forward))";
    static final String CONNECTIONS_SAYS = "TCP and TLS only forward: name a target group in defaultAction.forward";

    static final String ONE_ACTION =
            "[has(self.fixedResponse), has(self.redirect), has(self.forward)].filter(given, given).size() == 1";
    static final String ONE_ACTION_SAYS = "a default action is one of fixedResponse, redirect and forward: keep one";

    private LoadBalancerRules() {}
}
