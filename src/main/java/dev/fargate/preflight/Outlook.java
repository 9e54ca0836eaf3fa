package dev.fargate.preflight;

import dev.fargate.api.Reachability.ServiceReach;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Shortened;
import dev.fargate.preflight.Finding.Result;
import dev.fargate.reachability.AwsService;
import dev.fargate.reachability.Target;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;

/** What any task reaches of AWS from a network, whatever it is made of. */
public record Outlook(Aws.Accounts accounts, InstantSource time) {
    private static final int LENGTH = 300;

    private static final Map<String, List<AwsService>> SERVICES = Map.of(
            "ECR", List.of(AwsService.ECR_API, AwsService.ECR_DKR, AwsService.S3),
            "S3", List.of(AwsService.S3),
            "CloudWatch Logs", List.of(AwsService.LOGS),
            "Secrets Manager", List.of(AwsService.SECRETS_MANAGER));

    /** Looks now; empty where tasks cannot be put into the network at all. */
    public List<ServiceReach> of(AwsScope scope, String accountId, AwsVpcConfiguration network) {
        Subject subject =
                new Subject(scope, accountId, "", "", Optional.empty(), network, List.of(), false, Set.of(), false);
        Answers.Round round = new Answers().round(scope);
        while (true) {
            List<ServiceReach> found = of(subject, round);
            if (round.isComplete()) {
                return found;
            }
            round.ask(accounts.of(scope)::surroundings, time.instant());
        }
    }

    static List<ServiceReach> of(Subject subject, Facts facts) {
        return SERVICES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(service ->
                        worst(subject, facts, service.getValue())
                                .map(finding -> reach(service.getKey(), finding))
                                .stream())
                .toList();
    }

    private static Optional<Finding> worst(Subject subject, Facts facts, List<AwsService> services) {
        Stream<Finding> findings = ReachabilityCheck.each(
                subject,
                facts,
                services.stream().<Target>map(Target.Service::new).toList());
        return findings.min(Comparator.comparing(Finding::result));
    }

    private static ServiceReach reach(String service, Finding finding) {
        return new ServiceReach(
                service,
                finding.result() == Result.Unknown ? null : finding.result() == Result.Passed,
                Shortened.to(finding.message(), LENGTH));
    }
}
