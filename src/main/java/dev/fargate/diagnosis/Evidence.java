package dev.fargate.diagnosis;

import dev.fargate.diagnosis.Ending.Exit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a diagnosis rests on.
 *
 * @param code ECS's stopCode; empty if ECS gave none
 * @param container the one that it lies with, if it lies with one
 * @param exitCode of that container
 * @param names of what the meaning names, and ARNs in ECS's words: roles, secrets, subnets, security groups, log groups, volumes
 */
public record Evidence(
        String code, Optional<String> container, Optional<String> image, OptionalInt exitCode, List<String> names) {
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d*:[^\\s'\",)]+");

    public Evidence {
        names = List.copyOf(names);
    }

    /** Of the same diagnosis as {@link Diagnosis#of}. */
    public static Evidence of(Ending ending, TaskFacts facts) {
        Finding finding = Findings.of(ending, facts);
        String meaning = new Meanings(finding, facts).sentence();
        return new Evidence(
                ending.code(),
                finding.culprit().map(Exit::container),
                finding.culprit().map(Exit::image).filter(image -> !image.isEmpty()),
                finding.culprit().map(Exit::exitCode).orElse(OptionalInt.empty()),
                Stream.concat(
                                known(facts).filter(name -> !name.isEmpty() && meaning.contains(name)),
                                ARN.matcher(ending.words()).results().map(MatchResult::group))
                        .distinct()
                        .toList());
    }

    private static Stream<String> known(TaskFacts facts) {
        return Stream.of(
                        Stream.of(facts.roles().execution(), facts.roles().task()),
                        facts.network().subnets().stream(),
                        facts.network().securityGroups().stream(),
                        facts.containers().stream().map(TaskFacts.Container::logGroup),
                        facts.volumes().stream())
                .flatMap(names -> names);
    }
}
