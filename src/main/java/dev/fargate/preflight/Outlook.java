package dev.fargate.preflight;

import dev.fargate.api.Reachability.ServiceReach;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Shortened;
import dev.fargate.preflight.Finding.Result;
import dev.fargate.reachability.AwsService;
import dev.fargate.reachability.Target;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * What was found.
     *
     * @param services none where tasks cannot be put into the network at all
     * @param lacksEndpoints whether some are not reached for want of a VPC endpoint, and not for another reason
     */
    public record Found(List<ServiceReach> services, boolean lacksEndpoints) {
        public Found {
            services = List.copyOf(services);
        }
    }

    /** Looks now. */
    public Found of(AwsScope scope, String accountId, AwsVpcConfiguration network) {
        Subject subject =
                new Subject(scope, accountId, "", "", Optional.empty(), network, List.of(), false, Set.of(), false);
        Answers.Round round = new Answers().round(scope);
        while (true) {
            Found found = of(subject, round);
            if (round.isComplete()) {
                return found;
            }
            round.ask(accounts.of(scope)::surroundings, time.instant());
        }
    }

    static Found of(Subject subject, Facts facts) {
        List<ServiceReach> services = new ArrayList<>();
        boolean lacks = false;
        for (Map.Entry<String, List<AwsService>> service : new TreeMap<>(SERVICES).entrySet()) {
            Optional<Finding> worst = worst(subject, facts, service.getValue());
            worst.ifPresent(finding -> services.add(reach(service.getKey(), finding)));
            lacks |= worst.filter(Finding::lacksEndpoint).isPresent();
        }
        return new Found(services, lacks);
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
