package dev.fargate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.PreflightReport;
import dev.fargate.aws.ErrorClass;
import dev.fargate.preflight.Finding.Check;
import dev.fargate.preflight.Finding.Result;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Each thing that can be known of a task beforehand, and what is said when it is wrong. */
class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final MemorySurroundings account = new MemorySurroundings();

    @Test
    void a_task_whose_surroundings_are_in_order_passes_and_its_ways_are_told() {
        assertThat(check(GivenSubject.web())).allMatch(finding -> finding.result() == Result.Passed);

        PreflightReport report = Reports.of(new Verdict("hash", NOW, check(GivenSubject.web())));
        assertThat(report.problems()).isEmpty();
        assertThat(report.passed())
                .contains(
                        "Reachability: ecr.api, ecr.dkr, s3, secretsmanager, ssm, logs by NAT gateway nat-1.",
                        "Image",
                        "Role",
                        "Secret",
                        "LogGroup",
                        "TargetGroup",
                        "Subnet",
                        "FileSystem");
    }

    @Test
    void an_image_that_does_not_exist() {
        account.images.clear();
        fails("ImageNotFound", GivenSubject.IMAGE + " does not exist, or has no such tag.");
    }

    @Test
    void an_image_that_a_pull_through_cache_may_bring_is_unknown() {
        account.images.clear();
        account.pullThrough.add("hub");

        assertThat(check(GivenSubject.of("123456789012.dkr.ecr.eu-west-1.amazonaws.com/hub/nginx:1", "hash", 80)))
                .first()
                .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.Unknown))
                .satisfies(finding -> assertThat(finding.cause()).isEqualTo("Pending"))
                .satisfies(finding -> assertThat(finding.message()).contains("with the first pull"));
    }

    @Test
    void an_image_for_another_processor() {
        account.images.put("web:1", "arm64");
        fails("ImagePlatformMismatch", "is built for arm64 only, and the task runs on X86_64.");
    }

    @Test
    void an_image_of_another_registry_is_not_looked_at() {
        assertThat(check(GivenSubject.of("nginx:1", "hash", 80)))
                .filteredOn(finding -> finding.check() == Check.Image)
                .singleElement()
                .isEqualTo(Finding.unknown(
                        Check.Image, "nginx:1 is in another registry than ECR, which is not looked at."));
    }

    @Test
    void a_secret_and_a_parameter_that_do_not_exist() {
        account.secrets.clear();
        fails("SecretMissing", "Secret " + GivenSubject.SECRET + " does not exist.");
        account.parameters.clear();
        fails("SecretMissing", "Parameter arn:aws:ssm:eu-west-1:123456789012:parameter/web/level does not exist.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ssm:eu-west-1:999999999999:parameter/web/level",
                "arn:aws:ssm:eu-west-1:999999999999:parameter/shared",
                "arn:aws:secretsmanager:eu-west-1:999999999999:secret:db-AbCdEf"
            })
    void a_secret_or_a_parameter_of_another_account_is_not_looked_at(String arn) {
        assertThat(check(GivenSubject.given(arn)))
                .filteredOn(finding -> finding.check() == Check.Secret)
                .containsExactly(
                        Finding.unknown(Check.Secret, arn + " is in another account, which is not looked at."));
        assertThat(account.calls).doesNotContain("secretsmanager:DescribeSecret", "ssm:DescribeParameters");
    }

    @Test
    void a_role_that_does_not_exist_or_trusts_another_service() {
        account.roles.put("execution", "ec2.amazonaws.com");
        fails("RoleNotAssumable", "does not name ecs-tasks.amazonaws.com");
        account.roles.clear();
        fails("RoleNotAssumable", "Role arn:aws:iam::123456789012:role/execution does not exist.");
    }

    @Test
    void a_log_group_that_nobody_makes() {
        account.logGroups.clear();
        fails("LogGroupMissing", "aws logs create-log-group --log-group-name /web");
    }

    @Test
    void a_target_group_that_does_not_fit() {
        account.targetGroups.put(GivenSubject.TARGET_GROUP, TargetTypeEnum.INSTANCE);
        fails("LoadBalancerHealth", "is of target type instance");
        account.targetGroups.clear();
        fails("LoadBalancerHealth", "Target group " + GivenSubject.TARGET_GROUP + " does not exist.");

        assertThat(check(GivenSubject.of(GivenSubject.IMAGE, "hash", 8080)))
                .first()
                .extracting(Finding::message)
                .asString()
                .contains("names port 8080, which is none of the portMappings of container app");
    }

    @Test
    void subnets_without_addresses_and_in_several_VPCs() {
        account.freeAddresses.put("subnet-b", 0);
        fails("NetworkInterfaceFailed", "No address is left in subnet-b");
        account.vpcs.put("subnet-b", "vpc-2");
        fails("NetworkInterfaceFailed", "The subnets are in several VPCs (vpc-1, vpc-2).");
        account.freeAddresses.remove("subnet-a");
        fails("NetworkInterfaceFailed", "Subnet subnet-a does not exist.");
    }

    @Test
    void a_security_group_that_does_not_exist() {
        account.groups.clear();
        fails("SecurityGroup", "Security group sg-1 does not exist.");
    }

    @Test
    void a_file_system_that_cannot_be_mounted_in_a_zone() {
        account.mountZones.remove("eu-west-1b");
        fails("VolumeMountFailed", "File system fs-1 has no mount target in eu-west-1b");
    }

    @Test
    void a_network_without_a_way_out() {
        account.nat = false;
        fails("NetworkUnreachable", "Subnets subnet-a, subnet-b have no route to ECR: no NAT and no");
    }

    @Test
    void a_network_ACL_that_keeps_answers_out() {
        account.answersPass = false;
        fails("NetworkUnreachable", "Network ACL acl-1 of subnet subnet-a does not let answers of ECR in");
    }

    @Test
    void shells_need_a_way_of_their_own_and_KMS_where_the_cluster_has_a_key_for_them() {
        assertThat(reached(GivenSubject.web())).noneMatch(way -> way.contains("ssmmessages"));
        assertThat(account.calls).doesNotContain("ecs:DescribeClusters");
        assertThat(reached(GivenSubject.entered()))
                .anyMatch(way -> way.contains("ssmmessages"))
                .noneMatch(way -> way.contains("kms"));
        account.sessionKey = true;
        assertThat(reached(GivenSubject.entered())).anyMatch(way -> way.contains("ssmmessages, kms by NAT gateway"));
    }

    private List<String> reached(Subject subject) {
        return check(subject).stream()
                .filter(finding -> finding.check() == Check.Reachability)
                .map(Finding::message)
                .toList();
    }

    @Test
    void the_default_security_group_is_judged_where_none_is_named() {
        assertThat(check(GivenSubject.ungrouped())).anySatisfy(finding -> {
            assertThat(finding.cause()).isEqualTo("NetworkUnreachable");
            assertThat(finding.message()).startsWith("Security group sg-default does not let port 443 out to ECR");
        });
    }

    @Test
    void what_AWS_does_not_let_us_see_is_unknown_and_says_so() {
        account.refused.put("iam:GetRole", ErrorClass.DENIED);

        List<Finding> findings = check(GivenSubject.web());

        assertThat(findings.getFirst())
                .isEqualTo(
                        new Finding(
                                Check.Role,
                                Result.Unknown,
                                "AccessDenied",
                                "Role arn:aws:iam::123456789012:role/execution could not be looked at: AWS refused iam:GetRole (Code): these are AWS's words"));
        assertThat(findings.subList(1, findings.size())).allMatch(finding -> finding.result() == Result.Passed);
    }

    @Test
    void what_another_look_may_tell_comes_before_what_none_would() {
        account.refused.put("secretsmanager:DescribeSecret", ErrorClass.THROTTLED);

        List<Finding> findings = check(GivenSubject.of("nginx:1", "hash", 80));

        assertThat(findings).element(0).extracting(Finding::cause).isEqualTo("Throttled");
        assertThat(findings).element(1).extracting(Finding::cause).isEqualTo("NotLookedAt");
    }

    @Test
    void a_NAT_gateway_that_is_being_made_is_looked_at_again() {
        account.natState = NatGatewayState.PENDING;

        List<Finding> findings = check(GivenSubject.web());

        assertThat(findings.getFirst().result()).isEqualTo(Result.Unknown);
        assertThat(findings.getFirst().cause()).isEqualTo("Pending");
        assertThat(Reports.mayChange(Reports.of(new Verdict("hash", NOW, findings))))
                .isTrue();
    }

    private void fails(String cause, String words) {
        assertThat(check(GivenSubject.web()))
                .filteredOn(finding -> finding.result() == Result.Failed)
                .anySatisfy(finding -> {
                    assertThat(finding.cause()).isEqualTo(cause);
                    assertThat(finding.message()).contains(words);
                });
    }

    private List<Finding> check(Subject subject) {
        Answers.Round round = new Answers().round(subject.scope());
        List<Finding> findings = Checks.of(subject, round);
        while (!round.isComplete()) {
            round.ask(() -> account.aws().surroundings(), NOW);
            findings = Checks.of(subject, round);
        }
        return findings;
    }
}
