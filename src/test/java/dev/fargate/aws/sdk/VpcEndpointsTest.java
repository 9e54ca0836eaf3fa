package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is read out of EC2's replies about VPC endpoints. */
class VpcEndpointsTest {
    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void a_subnet_uses_its_own_route_table_or_the_main_one() {
        tables("""
                <item><routeTableId>rtb-1</routeTableId>
                  <associationSet><item><subnetId>subnet-a</subnetId></item></associationSet></item>
                <item><routeTableId>rtb-2</routeTableId>
                  <associationSet><item><main>true</main></item></associationSet></item>""");

        assertThat(aws.own().vpcEndpoints().routeTables("vpc-1", Set.of("subnet-a", "subnet-b")))
                .containsExactlyInAnyOrder("rtb-1", "rtb-2");
    }

    @Test
    void a_reply_without_the_route_table_of_a_subnet_is_not_whole() {
        tables("");

        AwsException refusal =
                AnsweringAws.refusal(() -> aws.own().vpcEndpoints().routeTables("vpc-1", Set.of("subnet-a")));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(refusal).hasMessageContaining("subnet-a");
    }

    @Test
    void a_deletion_that_EC2_refuses_within_its_reply_is_refused() {
        deletion("InvalidParameter", "vpce-1 is managed by another service.");

        AwsException refusal =
                AnsweringAws.refusal(() -> aws.own().vpcEndpoints().delete("vpce-1"));

        assertThat(refusal.code()).isEqualTo("InvalidParameter");
        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.INVALID);
        assertThat(refusal).hasMessage("vpce-1 is managed by another service.");
    }

    @Test
    void an_endpoint_that_is_gone_already_is_deleted() {
        deletion("InvalidVpcEndpoint.NotFound", "The Vpc Endpoint Id 'vpce-1' does not exist");

        assertThatCode(() -> aws.own().vpcEndpoints().delete("vpce-1")).doesNotThrowAnyException();
    }

    private void deletion(String code, String message) {
        aws.endpoint().answer("DeleteVpcEndpoints", 200, """
                        <DeleteVpcEndpointsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><unsuccessful><item>
                          <resourceId>vpce-1</resourceId><error><code>%s</code><message>%s</message></error>
                        </item></unsuccessful></DeleteVpcEndpointsResponse>""".formatted(code, message));
    }

    private void tables(String items) {
        aws.endpoint()
                .answer(
                        "DescribeRouteTables",
                        200,
                        "<DescribeRouteTablesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><routeTableSet>%s</routeTableSet></DescribeRouteTablesResponse>"
                                .formatted(items));
    }
}
