package dev.fargate.api;

/** EC2's rules for VPC endpoints, as far as they can be known from the manifest. */
final class EndpointRules {
    static final String SERVICES = "self.all(s, s.matches('^[a-z0-9][a-z0-9.-]*$') && !s.startsWith('com.amazonaws.'))";
    static final String SERVICES_SAYS =
            "services are given by the last part of the endpoint service's name, such as ecr.api, logs or s3";

    static final String ROUTE_TABLES = "self.all(id, id.matches('^rtb-[0-9a-f]{8,40}$'))";
    static final String ROUTE_TABLES_SAYS = "route tables are given by id, such as rtb-0123456789abcdef0";

    static final String SOME = "!has(self.preset) || self.preset != 'None' || has(self.services)";
    static final String SOME_SAYS = "with preset None nothing is wanted: list services, or choose another preset";

    private EndpointRules() {}
}
