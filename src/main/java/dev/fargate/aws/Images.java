package dev.fargate.aws;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** ECR: the images of a repository. */
public interface Images {

    /** BatchGetImage; images that do not exist are left out, an unknown repository is an {@link AwsException} of class MISSING. */
    List<Image> images(String registryId, String repository, Collection<ImageIdentifier> ids);

    /** DescribePullThroughCacheRules: the beginnings of repositories that ECR fills itself. */
    Set<String> pullThroughPrefixes(String registryId);
}
