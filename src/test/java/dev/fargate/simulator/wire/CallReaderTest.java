package dev.fargate.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallReaderTest {
    private final Accounts accounts = new Accounts();
    private final CallReader reader =
            new CallReader(accounts, new RestOperations(new BotocoreData(Path.of("nowhere"))), "eu-west-1");

    @Test
    void theJsonProtocolNamesItsOperationInTheTarget() {
        AwsCall call = reader.read(request(
                "POST",
                "/",
                Map.of(
                        "Authorization",
                        signed("us-gov-west-1", "ecs"),
                        "X-Amz-Target",
                        "AmazonEC2ContainerServiceV20141113.CreateService"),
                "{}"));

        assertThat(call.action()).isEqualTo("ecs:CreateService");
        assertThat(call.protocol()).isEqualTo(Protocol.JSON);
        assertThat(call.caller()).isEqualTo(new Caller("AKIA", Accounts.DEFAULT_ACCOUNT, "us-gov-west-1"));
        assertThat(call.caller().partition()).isEqualTo("aws-us-gov");
    }

    @Test
    void theQueryProtocolNamesItsOperationInTheForm() {
        AwsCall call = reader.read(request(
                "POST",
                "/",
                Map.of(
                        "Authorization",
                        signed("eu-west-1", "ec2"),
                        "Content-Type",
                        "application/x-www-form-urlencoded; charset=utf-8"),
                "Version=2016-11-15&Action=DescribeSubnets"));

        assertThat(call.action()).isEqualTo("ec2:DescribeSubnets");
        assertThat(call.protocol()).isEqualTo(Protocol.EC2);
        assertThat(call.reads()).isTrue();
    }

    @Test
    void anUnsignedEcsCallIsStillEcs() {
        AwsCall call = reader.read(
                request("POST", "/", Map.of("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.ListClusters"), "{}"));

        assertThat(call.action()).isEqualTo("ecs:ListClusters");
        assertThat(call.caller().region()).isEqualTo("eu-west-1");
    }

    @Test
    void aPathThatNoModelKnowsNamesItself() {
        AwsCall call = reader.read(request("GET", "/things/1", Map.of("Authorization", signed("eu-west-1", "x")), ""));

        assertThat(call.operation()).isEqualTo("GET /things/1");
        assertThat(call.protocol()).isEqualTo(Protocol.REST_JSON);
    }

    @Test
    void aKeyBelongsToTheAccountItWasHandedOutFor() {
        accounts.note("AKIA", "222222222222");

        AwsCall call = reader.read(request("GET", "/", Map.of("Authorization", signed("eu-west-1", "eks")), ""));

        assertThat(call.caller().accountId()).isEqualTo("222222222222");
    }

    private static String signed(String region, String service) {
        return "AWS4-HMAC-SHA256 Credential=AKIA/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                .formatted(region, service);
    }

    private static Received request(String method, String path, Map<String, String> headers, String body) {
        Headers all = new Headers();
        headers.forEach(all::set);
        return new Received(method, URI.create(path), all, body.getBytes(StandardCharsets.UTF_8));
    }
}
