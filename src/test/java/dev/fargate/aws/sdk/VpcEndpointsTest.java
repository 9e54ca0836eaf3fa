package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

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

        AwsException refusal = AnsweringAws.refusal(
                () -> aws.own().vpcEndpoints().routeTables("vpc-1", Set.of("subnet-a")));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(refusal).hasMessageContaining("subnet-a");
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
