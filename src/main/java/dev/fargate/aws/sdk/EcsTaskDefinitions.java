package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TaskDefinitions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

record EcsTaskDefinitions(Supplier<EcsClient> ecs) implements TaskDefinitions {

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        return call("ecs:RegisterTaskDefinition", () -> ecs.get().registerTaskDefinition(request))
                .taskDefinition();
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        try {
            DescribeTaskDefinitionResponse reply = call("ecs:DescribeTaskDefinition", () -> ecs.get()
                    .describeTaskDefinition(
                            request -> request.taskDefinition(familyOrArn).include(TaskDefinitionField.TAGS)));
            return Optional.of(new Revision(reply.taskDefinition(), SdkTags.map(reply.tags())));
        } catch (AwsException e) {
            if (e.errorClass() == ErrorClass.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void listActive(Consumer<String> arns) {
        String page = null;
        do {
            String from = page;
            ListTaskDefinitionsResponse reply = call("ecs:ListTaskDefinitions", () -> ecs.get()
                    .listTaskDefinitions(request ->
                            request.status(TaskDefinitionStatus.ACTIVE).nextToken(from)));
            reply.taskDefinitionArns().forEach(arns);
            page = reply.nextToken();
        } while (page != null);
    }

    @Override
    public void deregister(String arn) {
        call("ecs:DeregisterTaskDefinition", () -> ecs.get()
                .deregisterTaskDefinition(request -> request.taskDefinition(arn)));
    }
}
