package dev.fargate.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EKS: clusters, and the Fargate profiles in them. */
public interface Profiles {
    /** DescribeCluster; empty when there is no cluster of that name. */
    Optional<Cluster> cluster(String name);

    /** ListFargateProfiles, all pages: names; none when there is no such cluster. */
    List<String> names(String cluster);

    /** DescribeFargateProfile; empty when there is no profile of that name, or no such cluster. */
    Optional<Profile> describe(String cluster, String name);

    /** CreateFargateProfile: refused with CONFLICT when the name is taken, and while another operation in the cluster is under way. */
    Profile create(Request request);

    /** DeleteFargateProfile: refused with CONFLICT while another operation in the cluster is under way. */
    Profile delete(String cluster, String name);

    /** TagResource: other tags stay. */
    void tag(String arn, Map<String, String> tags);

    void untag(String arn, Set<String> keys);

    /**
     * A cluster, as far as profiles are concerned.
     *
     * @param endpoint of its API server; empty before it has one
     * @param certificateAuthority of its API server, base64 as a kubeconfig has it; empty before it has one
     */
    record Cluster(String name, String status, String vpcId, String endpoint, String certificateAuthority) {}

    /** What a profile is made of; all of it is immutable. */
    record Content(String podExecutionRole, Set<String> subnets, Set<Selector> selectors) {
        public Content {
            subnets = Set.copyOf(subnets);
            selectors = Set.copyOf(selectors);
        }
    }

    /**
     * Pods of a namespace.
     *
     * @param labels all of which a pod has
     */
    record Selector(String namespace, Map<String, String> labels) {
        public Selector {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * A profile that is there.
     *
     * @param status as EKS writes it
     * @param issues why it is not well
     */
    record Profile(
            String name,
            String arn,
            String status,
            Instant createdAt,
            Content content,
            Map<String, String> tags,
            List<Issue> issues) {
        public Profile {
            tags = Map.copyOf(tags);
            issues = List.copyOf(issues);
        }

        /** What EKS is at work on. */
        public boolean changing() {
            return status.equals("CREATING") || status.equals("DELETING");
        }
    }

    /** One thing that is wrong with a profile, in EKS's words. */
    record Issue(String code, String message, List<String> resourceIds) {
        public Issue {
            resourceIds = List.copyOf(resourceIds);
        }
    }

    /**
     * A profile to be made.
     *
     * @param token by which EKS knows a repeated request
     */
    record Request(String cluster, String name, Content content, Map<String, String> tags, String token) {
        public Request {
            tags = Map.copyOf(tags);
        }
    }
}
