package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Refuses to delete a security group that something uses, which moto never does.
 *
 * <p>Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html
 */
public final class SecurityGroupsInUse implements MotoFilter {
    private final MotoCalls moto;
    private final BiPredicate<Place, String> usedByTasks;

    /**
     * A filter that also looks at what moto does not know.
     *
     * @param usedByTasks whether a simulated task's network interface is in the group of this id, in this place
     */
    public SecurityGroupsInUse(MotoCalls moto, BiPredicate<Place, String> usedByTasks) {
        this.moto = moto;
        this.usedByTasks = usedByTasks;
    }

    @Override
    public Optional<Reply> before(AwsCall call) {
        if (!call.action().equals("ec2:DeleteSecurityGroup")) {
            return Optional.empty();
        }
        Place place = new Place(call.caller().accountId(), call.caller().region());
        return CallReader.parameter(call.request().text(), "GroupId")
                .filter(id -> usedByTasks.test(place, id) || usedInMoto(place, id))
                .map(id -> ErrorReplies.of(
                        call.protocol(),
                        new AwsError(400, "DependencyViolation", "resource " + id + " has a dependent object")));
    }

    private boolean usedInMoto(Place place, String id) {
        return finds(place, "DescribeNetworkInterfaces", "networkInterfaceSet", "group-id", id)
                || finds(place, "DescribeSecurityGroups", "securityGroupInfo", "ip-permission.group-id", id);
    }

    /** Another one than the group itself, whose rules may well name it. */
    private boolean finds(Place place, String action, String list, String filter, String id) {
        Map<String, String> form = Map.of(
                "Action", action,
                "Version", "2016-11-15",
                "Filter.1.Name", filter,
                "Filter.1.Value.1", id);
        return Xml.of(moto.query(place, "ec2", form)).entries(list).stream()
                .anyMatch(found -> !found.text("groupId").equals(id));
    }
}
