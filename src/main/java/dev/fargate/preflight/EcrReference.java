package dev.fargate.preflight;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/**
 * An image in ECR, as a task definition names it.
 *
 * @param version tag, or digest
 */
record EcrReference(String registryId, String region, String repository, String version) {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{12})[.]dkr[.]ecr(?:-fips)?[.]([a-z0-9-]+)[.]amazonaws[.]com(?:[.]cn)?/([a-z0-9._/-]+?)(?:@(sha256:[0-9a-f]{64})|:([\\w.-]+)|:([\\w.-]+)@(sha256:[0-9a-f]{64}))?");

    private static final String LATEST = "latest";

    /** Empty for an image of another registry. */
    static Optional<EcrReference> of(String image) {
        Matcher form = FORM.matcher(image == null ? "" : image);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digest = form.group(4) == null ? form.group(7) : form.group(4);
        String tag = form.group(5) == null ? LATEST : form.group(5);
        return Optional.of(
                new EcrReference(form.group(1), form.group(2), form.group(3), digest == null ? tag : digest));
    }

    /** The form in which it is asked for. */
    String id() {
        return "%s|%s|%s".formatted(registryId, repository, version);
    }

    private static EcrReference asked(String id) {
        String[] parts = id.split("[|]", -1);
        return new EcrReference(parts[0], "", parts[1], parts[2]);
    }

    private boolean isDigest() {
        return version.startsWith("sha256:");
    }

    /** The part of an id that names the repository, whose policy lets other accounts in or not. */
    static String repository(String id) {
        return id.substring(0, id.lastIndexOf('|'));
    }

    /** Images of one repository. */
    static Map<String, ImagePlatforms> read(Surroundings aws, List<String> ids) {
        List<EcrReference> references = ids.stream().map(EcrReference::asked).toList();
        Map<String, ImagePlatforms> found = new HashMap<>();
        for (Image image : images(aws, references)) {
            ImagePlatforms platforms = ImagePlatforms.of(image.imageManifest());
            references.stream()
                    .filter(reference -> reference.names(image.imageId()))
                    .forEach(reference -> found.put(reference.id(), platforms));
        }
        return found;
    }

    private static List<Image> images(Surroundings aws, List<EcrReference> references) {
        EcrReference first = references.getFirst();
        try {
            return aws.images()
                    .images(
                            first.registryId,
                            first.repository,
                            references.stream().map(EcrReference::identifier).toList());
        } catch (AwsException e) {
            if (e.errorClass() == ErrorClass.MISSING) {
                return List.of();
            }
            throw e;
        }
    }

    private ImageIdentifier identifier() {
        return isDigest()
                ? ImageIdentifier.builder().imageDigest(version).build()
                : ImageIdentifier.builder().imageTag(version).build();
    }

    private boolean names(ImageIdentifier image) {
        return version.equals(isDigest() ? image.imageDigest() : image.imageTag());
    }
}
