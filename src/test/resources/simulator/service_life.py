"""The life of a Fargate service as boto3 sees it: created, steady, rolled, rolled back, deleted.

Every reply passes botocore's own parser, and every wait is one of botocore's waiters. The simulator's clock is virtual:
time passes where this script says so.
"""

import json
import os
import urllib.request

import boto3
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
NOW = {"Delay": 0, "MaxAttempts": 1}

ecs = boto3.client("ecs")
ec2 = boto3.client("ec2")
elb = boto3.client("elbv2")
iam = boto3.client("iam")
events = boto3.client("events")
sqs = boto3.client("sqs", endpoint_url=ENDPOINT)


def control(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{ENDPOINT}/_simulator/{path}", data=data, method=method)
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def advance(seconds):
    control("POST", "clock", {"advance": f"PT{seconds}S"})


def refusal(call, **arguments):
    try:
        call(**arguments)
    except ClientError as e:
        return e.response["Error"]["Code"], e.response["Error"]["Message"]
    raise AssertionError(f"not refused: {arguments}")


def network():
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=f"eu-west-1{zone}")["Subnet"]["SubnetId"]
        for i, zone in enumerate("ab")
    ]
    group = ec2.create_security_group(GroupName="tasks", Description="tasks", VpcId=vpc)["GroupId"]
    return vpc, subnets, group


def target_group(vpc, subnets):
    balancer = elb.create_load_balancer(Name="web", Subnets=subnets)["LoadBalancers"][0]["LoadBalancerArn"]
    group = elb.create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId=vpc, TargetType="ip")["TargetGroups"][0]
    arn = group["TargetGroupArn"]
    elb.create_listener(
        LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[{"Type": "forward", "TargetGroupArn": arn}]
    )
    return arn


def register(image):
    return ecs.register_task_definition(
        family="web",
        requiresCompatibilities=["FARGATE"],
        networkMode="awsvpc",
        cpu="256",
        memory="512",
        executionRoleArn=role,
        containerDefinitions=[{"name": "app", "image": image, "portMappings": [{"containerPort": 8080}]}],
    )["taskDefinition"]["taskDefinitionArn"]


def service():
    return ecs.describe_services(cluster="main", services=["web"])["services"][0]


vpc, subnets, group = network()
web = target_group(vpc, subnets)
role = iam.create_role(RoleName="execution", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
queue = sqs.create_queue(QueueName="ecs")["QueueUrl"]
queue_arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
events.put_rule(Name="ecs", EventPattern=json.dumps({"source": ["aws.ecs"]}))
events.put_targets(Rule="ecs", Targets=[{"Id": "queue", "Arn": queue_arn}])

# created
ecs.create_cluster(clusterName="main")
first = register("example.com/web:1")
wish = dict(
    cluster="main",
    serviceName="web",
    taskDefinition=first,
    desiredCount=2,
    launchType="FARGATE",
    clientToken="once",
    networkConfiguration={"awsvpcConfiguration": {"subnets": subnets, "securityGroups": [group]}},
    loadBalancers=[{"targetGroupArn": web, "containerName": "app", "containerPort": 8080}],
    deploymentConfiguration={"deploymentCircuitBreaker": {"enable": True, "rollback": True}},
)
created = ecs.create_service(**wish)["service"]
assert created["deployments"][0]["rolloutState"] == "IN_PROGRESS", created
assert ecs.create_service(**wish)["service"]["serviceArn"] == created["serviceArn"]

# what ECS looks up elsewhere is refused when it is not there
missing = dict(wish, serviceName="other", clientToken="other")
missing["networkConfiguration"] = {"awsvpcConfiguration": {"subnets": ["subnet-00000000000000000"]}}
assert refusal(ecs.create_service, **missing)[0] == "InvalidParameterException"
assert refusal(ecs.describe_services, cluster="nowhere", services=["web"])[0] == "ClusterNotFoundException"

# steady
advance(120)
ecs.get_waiter("services_stable").wait(cluster="main", services=["web"], WaiterConfig=NOW)
steady = service()
assert steady["runningCount"] == 2 and "steady state" in steady["events"][0]["message"], steady
control("GET", "dump")  # everything that ECS told moto has arrived
assert len(elb.describe_target_health(TargetGroupArn=web)["TargetHealthDescriptions"]) == 2
assert refusal(ec2.delete_security_group, GroupId=group)[0] == "DependencyViolation"
heard = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
assert all(json.loads(message["Body"])["source"] == "aws.ecs" for message in heard)

# rolled
second = register("example.com/web:2")
ecs.update_service(cluster="main", service="web", taskDefinition=second)
assert len(service()["deployments"]) == 2
advance(300)
ecs.get_waiter("services_stable").wait(cluster="main", services=["web"], WaiterConfig=NOW)
assert service()["taskDefinition"] == second

# rolled back
broken = register("example.com/web:exit-1")
ecs.update_service(cluster="main", service="web", taskDefinition=broken)
advance(3600)
advance(3600)
assert service()["taskDefinition"] == second, service()["deployments"]

# deleted
ecs.delete_service(cluster="main", service="web", force=True)
assert service()["status"] == "DRAINING"
advance(600)
ecs.get_waiter("services_inactive").wait(cluster="main", services=["web"], WaiterConfig=NOW)
control("GET", "dump")
assert not elb.describe_target_health(TargetGroupArn=web)["TargetHealthDescriptions"]
ec2.delete_security_group(GroupId=group)
