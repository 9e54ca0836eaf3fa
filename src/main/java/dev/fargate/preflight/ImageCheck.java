package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;

/** Images exist, and are built for the task's processor. */
final class ImageCheck {
    private static final Map<String, String> PROCESSORS = Map.of("X86_64", "amd64", "ARM64", "arm64");
    private static final String USUAL = "X86_64";

    private ImageCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        String processor = subject.task()
                .map(task -> task.runtimePlatform())
                .map(RuntimePlatform::cpuArchitectureAsString)
                .orElse(USUAL);
        return subject.containers()
                .map(ContainerDefinition::image)
                .distinct()
                .map(image -> of(subject, image, processor, facts));
    }

    private static Finding of(Subject subject, String image, String processor, Facts facts) {
        Optional<EcrReference> reference = EcrReference.of(image);
        if (reference.isEmpty()) {
            return Finding.unknown(
                    Check.Image, "%s is in another registry than ECR, which is not looked at.".formatted(image));
        }
        if (!reference.get().region().equals(subject.region())) {
            return Finding.unknown(Check.Image, "%s is in another region, which is not looked at.".formatted(image));
        }
        return switch (facts.of(Topics.IMAGE, reference.get().id())) {
            case Answer.Known<ImagePlatforms> known -> built(image, processor, known.value());
            case Answer.Absent<ImagePlatforms> absent -> absent(image, reference.get(), facts);
            case Answer.Refused<ImagePlatforms> refused -> Finding.unknown(Check.Image, refused, image);
            case Answer.Pending<ImagePlatforms> pending -> Finding.unknown(Check.Image, image);
        };
    }

    private static Finding built(String image, String processor, ImagePlatforms platforms) {
        String wanted = PROCESSORS.getOrDefault(processor, processor);
        if (platforms.architectures().isEmpty()) {
            return Finding.passed(Check.Image, "%s exists; it does not say for which processor.".formatted(image));
        }
        return platforms.architectures().contains(wanted)
                ? Finding.passed(Check.Image, "%s exists for %s.".formatted(image, wanted))
                : Finding.failed(
                        Check.Image,
                        Cause.ImagePlatformMismatch,
                        "%s is built for %s only, and the task runs on %s. Build it for that too (docker buildx build --platform linux/%s), or change runtimePlatform.cpuArchitecture."
                                .formatted(
                                        image,
                                        String.join(
                                                ", ",
                                                platforms.architectures().stream()
                                                        .sorted()
                                                        .toList()),
                                        processor,
                                        wanted));
    }

    /** ECR fills the repositories of a pull-through cache with the first pull. */
    private static Finding absent(String image, EcrReference reference, Facts facts) {
        Finding missing = Finding.failed(
                Check.Image,
                Cause.ImageNotFound,
                "%s does not exist, or has no such tag. Correct the image, or push it. What is there: aws ecr list-images --registry-id %s --repository-name %s"
                        .formatted(image, reference.registryId(), reference.repository()));
        return switch (facts.of(Topics.PULL_THROUGH, reference.registryId())) {
            case Answer.Known<Set<String>> known ->
                known.value().stream()
                                .anyMatch(prefix -> prefix.equals("ROOT")
                                        || reference.repository().startsWith(prefix + "/"))
                        ? Finding.pending(
                                Check.Image,
                                "%s is not in ECR yet; its pull-through cache brings it with the first pull, if the registry behind it has it."
                                        .formatted(image))
                        : missing;
            case Answer.Absent<Set<String>> absent -> missing;
            case Answer.Refused<Set<String>> refused ->
                Finding.unknown(
                        Check.Image,
                        refused,
                        "%s does not exist, unless by a pull-through cache; whether there is one".formatted(image));
            case Answer.Pending<Set<String>> pending -> missing;
        };
    }
}
