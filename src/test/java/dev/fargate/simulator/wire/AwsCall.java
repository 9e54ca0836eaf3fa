package dev.fargate.simulator.wire;

/**
 * A request with a name.
 *
 * @param service the signing name: {@code ecs}, {@code ec2}, {@code elasticloadbalancing}, {@code sts}, {@code logs} …
 * @param operation such as {@code CreateService}; {@code METHOD /path} where no model names it
 */
public record AwsCall(String service, String operation, Protocol protocol, Caller caller, Received request) {

    /** The name that IAM policies and the control API use, such as {@code ecs:CreateService}. */
    public String action() {
        // CloudWatch signs by another name than its actions have.
        return (service.equals("monitoring") ? "cloudwatch" : service) + ":" + operation;
    }

    /** Whether the call only looks, judged by the verbs AWS's read operations start with. */
    public boolean reads() {
        return operation.startsWith("Describe") || operation.startsWith("List") || operation.startsWith("Get");
    }
}
