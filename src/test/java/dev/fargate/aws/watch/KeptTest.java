package dev.fargate.aws.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

class KeptTest {
    private final Kept kept = new Kept();

    @Test
    void nothingOfAServiceChanges() {
        Service bare = Service.builder().serviceName("bare").build();
        Service full = service("full");

        assertThat(kept.shared(bare)).isEqualTo(bare);
        assertThat(kept.shared(full)).isEqualTo(full);
        assertThat(kept.shared(bare).hasTags()).isFalse();
    }

    @Test
    void whatTwoServicesHaveInCommonIsKeptOnce() {
        Service one = kept.shared(service("one"));
        Service two = kept.shared(service("two"));

        assertThat(two.networkConfiguration()).isSameAs(one.networkConfiguration());
        assertThat(two.tags().getFirst()).isSameAs(one.tags().getFirst());
        assertThat(two.deployments().getFirst().taskDefinition()).isSameAs(two.taskDefinition());
    }

    private static Service service(String name) {
        return VirtualEcs.service(name, 1).copy(service -> service.taskDefinition(taskDefinition(name))
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-0a")))
                .deployments(Deployment.builder()
                        .id(name)
                        .taskDefinition(taskDefinition(name))
                        .build())
                .tags(Tag.builder().key("team").value("red").build()));
    }

    private static String taskDefinition(String name) {
        return "arn:aws:ecs:eu-west-1:123456789012:task-definition/" + name + ":1";
    }
}
