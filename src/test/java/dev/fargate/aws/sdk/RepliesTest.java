package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Services;
import dev.fargate.aws.Subnets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/** What is asked for, and what is read out of AWS's replies. */
class RepliesTest {
    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void aReadOfServicesAsksForTagsAndTellsTheFoundFromTheMissing() {
        aws.endpoint().answer("DescribeServices", 200, """
                {"services": [{"serviceName": "app", "events": [
                    {"id": "2", "message": "(service app) has reached a steady state."},
                    {"id": "1", "message": "(service app) was unable to place a task."}]}],
                 "failures": [
                    {"arn": "arn:aws:ecs:eu-west-1:123456789012:service/dev/gone", "reason": "MISSING"},
                    {"arn": "arn:aws:ecs:eu-west-1:123456789012:service/dev/odd", "reason": "OTHER"}]}""");

        Services.Described described = aws.own().services().describe("arn:cluster", List.of("app", "gone", "odd"));

        assertThat(aws.endpoint().requests)
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body())
                                .isEqualTo(
                                        "{\"cluster\":\"arn:cluster\",\"services\":[\"app\",\"gone\",\"odd\"],\"include\":[\"TAGS\"]}"));
        assertThat(described.missing()).containsExactly("gone");
        assertThat(described.services()).singleElement().satisfies(service -> assertThat(service.events())
                .singleElement()
                .satisfies(event -> assertThat(event.id()).isEqualTo("1")));
    }

    @Test
    void anAnswerThatSaysNothingOfTheClusterIsNotReadAsMissing() {
        aws.endpoint().answer("DescribeClusters", 200, "{\"clusters\": [], \"failures\": []}");

        assertThat(AnsweringAws.refusal(() -> aws.own().clusters().describe("dev"))
                        .errorClass())
                .isEqualTo(ErrorClass.TRANSIENT);
    }

    @Test
    void anUnknownTaskDefinitionIsEmpty() {
        aws.endpoint()
                .answer(
                        "DescribeTaskDefinition",
                        400,
                        "{\"__type\":\"ClientException\",\"message\":\"Unable to describe task definition.\"}");

        assertThat(aws.own().taskDefinitions().describe("app")).isEmpty();
    }

    @Test
    void theReplyToACreationHasTheTagsThatWereAskedFor() {
        aws.endpoint().answer("CreateService", 200, "{\"service\": {\"serviceName\": \"app\"}}");
        Tag tag = Tag.builder().key("team").value("red").build();

        Service made = aws.own()
                .services()
                .create(CreateServiceRequest.builder()
                        .serviceName("app")
                        .tags(tag)
                        .build());

        assertThat(made.tags()).containsExactly(tag);
    }

    @Test
    void aMissingSubnetIsMissing() {
        aws.endpoint().answer("DescribeSubnets", 400, """
                <Response><Errors><Error><Code>InvalidSubnetID.NotFound</Code>
                <Message>The subnet ID 'subnet-0a' does not exist</Message></Error></Errors></Response>""");

        AwsException refusal = AnsweringAws.refusal(() -> aws.own().subnets().subnets(List.of("subnet-0a")));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.MISSING);
        assertThat(refusal).hasMessage("The subnet ID 'subnet-0a' does not exist");
    }

    @Test
    void aSelectionByTagsIsMadeOfFiltersAndItsValuesAreMeantLiterally() {
        aws.endpoint().answer("DescribeSubnets", 200, """
                <DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-0a</subnetId>
                <availabilityZone>eu-west-1a</availabilityZone><vpcId>vpc-1</vpcId></item></subnetSet>
                </DescribeSubnetsResponse>""");

        List<Subnets.Subnet> found = aws.own()
                .subnets()
                .subnets(new Subnets.Selection(Map.of("tier", "a*b?c", "role", "*"), Optional.of("vpc-1")));

        assertThat(found).containsExactly(new Subnets.Subnet("subnet-0a", "eu-west-1a", "vpc-1"));
        assertThat(URLDecoder.decode(aws.endpoint().requests.getFirst().body(), StandardCharsets.UTF_8))
                .contains("Filter.1.Name=tag-key&Filter.1.Value.1=role")
                .contains("Filter.2.Name=tag:tier&Filter.2.Value.1=a\\*b\\?c")
                .contains("Filter.3.Name=vpc-id&Filter.3.Value.1=vpc-1");
    }
}
