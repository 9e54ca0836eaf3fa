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

    static final String PLACE = "has(self.environment) ? !has(self.region) && !has(self.assumeRole) : has(self.region)";
    static final String PLACE_SAYS =
            "say where the endpoints are: environment, or region and assumeRole of their own; one of the two";

    static final String SUBNETS =
            "has(self.subnets) ? !has(self.subnetSelector)" + " : has(self.subnetSelector) || has(self.environment)";
    static final String SUBNETS_SAYS =
            "list subnets by id in subnets, or choose them by tags in subnetSelector, or name an environment";

    static final String GROUPS = "has(self.securityGroups) ? !has(self.allowedSources)"
            + " : has(self.allowedSources) || has(self.environment)";
    static final String GROUPS_SAYS =
            "list security groups that there are in securityGroups, or say in allowedSources, or by environment, whom the one"
                    + " that is made lets in";

    static final String TABLES = "!(has(self.routeTables) && has(self.routeTableSelector))";
    static final String TABLES_SAYS =
            "route tables are given by id or chosen by tags: keep routeTables or routeTableSelector";

    static final String SOURCES = "self.all(s, s.matches('^(sg-[0-9a-f]{8,40}|[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}"
            + "|[0-9a-fA-F:]+/[0-9]{1,3})$'))";
    static final String SOURCES_SAYS =
            "sources are CIDR blocks, such as 10.0.0.0/16, and ids of security groups, such as sg-0123456789abcdef0";

    static final String POLICIES = "self.all(s, s.matches('^[a-z0-9][a-z0-9.-]{0,63}$'))";
    static final String POLICIES_SAYS = "policies are given by service, named as in services: s3, ecr.api";

    private EndpointRules() {}
}
