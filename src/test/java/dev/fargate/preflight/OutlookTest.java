package dev.fargate.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fargate.api.Reachability.ServiceReach;
import dev.fargate.aws.ErrorClass;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What any task reaches from a network. */
class OutlookTest {
    private final MemorySurroundings account = new MemorySurroundings();

    @Test
    void a_NAT_gateway_leads_to_all_of_AWS() {
        assertThat(look()).hasSize(4).allSatisfy(service -> {
            assertThat(service.reached()).isTrue();
            assertThat(service.message()).contains("NAT gateway nat-1");
        });
    }

    @Test
    void without_a_way_each_service_says_what_is_missing() {
        account.nat = false;

        assertThat(look())
                .extracting(ServiceReach::service, ServiceReach::reached)
                .containsExactly(
                        tuple("CloudWatch Logs", false),
                        tuple("ECR", false),
                        tuple("S3", false),
                        tuple("Secrets Manager", false));
        assertThat(look()).anySatisfy(service -> assertThat(service.message()).contains("secretsmanager"));
    }

    @Test
    void what_may_not_be_looked_at_is_not_known() {
        account.refused.put("ec2:DescribeRouteTables", ErrorClass.DENIED);

        assertThat(look()).hasSize(4).allSatisfy(service -> {
            assertThat(service.reached()).isNull();
            assertThat(service.message()).contains("ec2:DescribeRouteTables");
        });
    }

    @Test
    void a_look_makes_each_call_once() {
        look();

        assertThat(account.calls).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void endpoints_are_lacking_where_nothing_leads_out_and_not_where_something_is_closed() {
        account.nat = false;
        assertThat(found().lacksEndpoints()).isTrue();

        account.nat = true;
        account.answersPass = false;
        assertThat(look()).hasSize(4).allMatch(service -> Boolean.FALSE.equals(service.reached()));
        assertThat(found().lacksEndpoints()).isFalse();
    }

    private List<ServiceReach> look() {
        return found().services();
    }

    private Outlook.Found found() {
        Subject web = GivenSubject.web();
        return new Outlook(scope -> account.aws(), () -> Instant.EPOCH).of(web.scope(), web.accountId(), web.network());
    }
}
