package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Images;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.PullThroughCacheRule;

record EcrImages(Supplier<EcrClient> ecr) implements Images {
    @Override
    public List<Image> images(String registryId, String repository, Collection<ImageIdentifier> ids) {
        return call("ecr:BatchGetImage", () -> ecr.get().batchGetImage(request -> request.registryId(registryId)
                        .repositoryName(repository)
                        .imageIds(ids)))
                .images();
    }

    @Override
    public Set<String> pullThroughPrefixes(String registryId) {
        return call(
                "ecr:DescribePullThroughCacheRules",
                () ->
                        ecr
                                .get()
                                .describePullThroughCacheRulesPaginator(request -> request.registryId(registryId))
                                .stream()
                                .flatMap(page -> page.pullThroughCacheRules().stream())
                                .map(PullThroughCacheRule::ecrRepositoryPrefix)
                                .collect(Collectors.toSet()));
    }
}
