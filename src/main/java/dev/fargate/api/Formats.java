package dev.fargate.api;

/** What names, ids and ARNs look like in every partition, as CEL, with the words that a wrong one is refused with. */
final class Formats {
    static final String NAME = "^[A-Za-z0-9_-]{1,255}$";
    static final String NO_SPACE = "^[^\\s]+$";

    static final String DNS_LABEL = "!self.metadata.name.contains('.') && size(self.metadata.name) <= 63";
    static final String DNS_LABEL_SAYS =
            "metadata.name becomes part of names in AWS: take a DNS label (lowercase letters, digits, -) of up to 63 characters";

    static final String REGION = "self.matches('^[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}$')";
    static final String REGION_SAYS =
            "region is the code of an AWS region, such as eu-central-1, us-gov-west-1 or cn-north-1";

    static final String ROLE = "self.matches('^arn:aws[a-z0-9-]*:iam::[0-9]{12}:role/.+$')";
    static final String ROLE_SAYS = "give the role by its full ARN: arn:aws:iam::123456789012:role/NAME";

    static final String TARGET_GROUP =
            "self.matches('^arn:aws[a-z0-9-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/.+$')";
    static final String TARGET_GROUP_SAYS =
            "give the target group by its full ARN: arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/ID";

    static final String REGISTRY =
            "self.matches('^arn:aws[a-z0-9-]*:servicediscovery:[a-z0-9-]+:[0-9]{12}:service/srv-.+$')";
    static final String REGISTRY_SAYS =
            "give the Cloud Map service by its full ARN: arn:aws:servicediscovery:REGION:ACCOUNT:service/srv-ID";

    /** Short, because its cost counts for every secret of every container. */
    static final String SECRET = "self.matches('^arn:aws[^:]*:(secretsmanager:.+:secret:|ssm:.+:parameter/).+')";

    static final String SECRET_SAYS = "valueFrom is the full ARN of a Secrets Manager secret"
            + " (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME) or of an SSM parameter"
            + " (arn:aws:ssm:REGION:ACCOUNT:parameter/NAME)";

    static final String CREDENTIALS = "self.matches('^arn:aws[^:]*:secretsmanager:.+:secret:.+')";
    static final String CREDENTIALS_SAYS = "credentialsParameter is the full ARN of a Secrets Manager secret:"
            + " arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME";

    /** AWS: "The file must have a .env file extension." */
    static final String ENVIRONMENT_FILE = "self.matches('^arn:aws[^:]*:s3:::[^/]+/.*[.]env$')";

    static final String ENVIRONMENT_FILE_SAYS =
            "an environment file is the ARN of an S3 object whose name ends in .env: arn:aws:s3:::BUCKET/NAME.env";

    static final String FILE_SYSTEM = "self.matches('^fs-[0-9a-f]{8,40}$')";
    static final String FILE_SYSTEM_SAYS = "fileSystemId is an EFS id such as fs-0123456789abcdef0";
    static final String ACCESS_POINT = "self.matches('^fsap-[0-9a-f]{8,40}$')";
    static final String ACCESS_POINT_SAYS = "accessPointId is an EFS access point's id such as fsap-0123456789abcdef0";

    static final String VPC = "self.matches('^vpc-[0-9a-f]{8,40}$')";
    static final String VPC_SAYS = "vpcId is the id of a VPC such as vpc-0123456789abcdef0";
    /** A resource of the same namespace, or one revision by ARN: a bare family would be whatever revision anybody registered last. */
    static final String TASK_DEFINITION = "self.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?"
            + "|arn:aws[a-z0-9-]*:ecs:[a-z0-9-]+:[0-9]{12}:task-definition/[A-Za-z0-9_-]+:[0-9]+)$')";

    static final String TASK_DEFINITION_SAYS =
            "taskDefinition is the name of a FargateTaskDefinition of this namespace, or the"
                    + " ARN of one revision: arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:REVISION";
    static final String REVISION = "self.matches('^(lastGood|([A-Za-z0-9_-]+:)?[0-9]+"
            + "|arn:aws[a-z0-9-]*:ecs:[a-z0-9-]+:[0-9]{12}:task-definition/[A-Za-z0-9_-]+:[0-9]+)$')";
    static final String REVISION_SAYS = "rollbackTo is lastGood, or a revision: its number in quotes such as \"7\","
            + " FAMILY:NUMBER, or its ARN arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:NUMBER";
    static final String SUBNETS = "self.all(id, id.matches('^subnet-[0-9a-f]{8,40}$'))";
    static final String SUBNETS_SAYS = "subnets are given by id, such as subnet-0123456789abcdef0";
    static final String SECURITY_GROUPS = "self.all(id, id.matches('^sg-[0-9a-f]{8,40}$'))";
    static final String SECURITY_GROUPS_SAYS = "security groups are given by id, such as sg-0123456789abcdef0";

    static final String ARN_PATTERNS = "self.all(p, p == '*' || p.startsWith('arn:'))";
    static final String ARN_PATTERNS_SAYS =
            "each pattern is compared with a whole ARN: start it with arn: (or allow all with *)";
    static final String SUBNET_PATTERNS = "self.all(p, p == '*' || p.startsWith('subnet-'))";
    static final String SUBNET_PATTERNS_SAYS =
            "each pattern is compared with a subnet's id: start it with subnet- (or allow all with *)";
    static final String SECURITY_GROUP_PATTERNS = "self.all(p, p == '*' || p.startsWith('sg-'))";
    static final String SECURITY_GROUP_PATTERNS_SAYS =
            "each pattern is compared with a security group's id: start it with sg- (or allow all with *)";
    static final String FILE_SYSTEM_PATTERNS = "self.all(p, p == '*' || p.startsWith('fs-'))";
    static final String FILE_SYSTEM_PATTERNS_SAYS =
            "each pattern is compared with an EFS id: start it with fs- (or allow all with *)";

    static final String LOG_GROUP_PATTERNS = "self.all(p, p.matches('^[A-Za-z0-9_/.#*{}-]+$'))";
    static final String LOG_GROUP_PATTERNS_SAYS =
            "each pattern is compared with a log group's name: letters, digits and _ / . # -, with * and {namespace}";

    private Formats() {}
}
