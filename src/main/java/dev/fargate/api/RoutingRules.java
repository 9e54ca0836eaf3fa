package dev.fargate.api;

/** ELB's rules for target groups and listener rules, as far as a manifest tells (ELB API reference, CreateTargetGroup, CreateRule). */
final class RoutingRules {
    static final String ONE_TARGET = "has(self.targetGroupArn) != has(self.listener)";
    static final String ONE_TARGET_SAYS =
            "name a target group that is there in targetGroupArn, or a listener, for which one is made; one of the two";

    static final String GROUP = "!has(self.targetGroup) || has(self.listener)";
    static final String GROUP_SAYS =
            "targetGroup describes the one that is made for a listener: name the listener, too";

    static final String ONE_LISTENER =
            "has(self.listenerArn) != has(self.loadBalancer) && has(self.loadBalancer) == has(self.port)";
    static final String ONE_LISTENER_SAYS =
            "name the listener by loadBalancer and port, or by listenerArn; one of the two ways";

    static final String LISTENER =
            "self.matches('^arn:aws[a-z0-9-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/.+$')";
    static final String LISTENER_SAYS =
            "give the listener by its full ARN: arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/NAME/ID/ID";

    static final String REQUESTS = "!has(self.protocol) || self.protocol in ['HTTP', 'HTTPS']"
            + " || !(has(self.protocolVersion) || has(self.slowStartSeconds) || has(self.loadBalancingAlgorithmType))";
    static final String REQUESTS_SAYS =
            "protocolVersion, slowStartSeconds and loadBalancingAlgorithmType are for HTTP and HTTPS: remove them for TCP and TLS";

    static final String SLOW_START = "self == 0 || self >= 30";
    static final String SLOW_START_SAYS = "slowStartSeconds is 0 (off) or 30 to 900";

    static final String COOKIE = "(has(self.type) && self.type == 'app_cookie') == has(self.cookieName)";
    static final String COOKIE_SAYS = "cookieName belongs to type app_cookie: give both or neither";

    static final String ATTRIBUTES = "self.all(k, !(k in ['deregistration_delay.timeout_seconds',"
            + " 'slow_start.duration_seconds', 'load_balancing.algorithm.type']) && !k.startsWith('stickiness.'))";
    static final String ATTRIBUTES_SAYS =
            "deregistration delay, slow start, algorithm and stickiness have fields of their own: use those";

    private RoutingRules() {}
}
