"""A schedule's life as boto3 sees it: made, run, changed, failing, gone."""

import json
import os
import urllib.request

import boto3
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]

ecs, ec2, iam, sqs = (boto3.client(service) for service in ("ecs", "ec2", "iam", "sqs"))
scheduler = boto3.client("scheduler")


def advance(duration):
    request = urllib.request.Request(
        f"{ENDPOINT}/_simulator/clock", data=json.dumps({"advance": duration}).encode(), method="POST"
    )
    urllib.request.urlopen(request).close()


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as e:
        assert e.response["Error"]["Code"] == code, e
        return
    raise AssertionError(f"not refused: {code}")


cluster = ecs.create_cluster(clusterName="apps")["cluster"]["clusterArn"]
definition = ecs.register_task_definition(
    family="batch",
    requiresCompatibilities=["FARGATE"],
    networkMode="awsvpc",
    cpu="256",
    memory="512",
    containerDefinitions=[{"name": "app", "image": "busybox"}],
)["taskDefinition"]["taskDefinitionArn"]
subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
role = iam.create_role(RoleName="runner", Path="/fargate/schedules/", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
queue = sqs.create_queue(QueueName="lost")["QueueUrl"]
lost = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

group = scheduler.create_schedule_group(Name="ours", Tags=[{"Key": "team", "Value": "red"}])["ScheduleGroupArn"]
scheduler.tag_resource(ResourceArn=group, Tags=[{"Key": "app", "Value": "shop"}])
scheduler.untag_resource(ResourceArn=group, TagKeys=["team"])
assert scheduler.list_tags_for_resource(ResourceArn=group)["Tags"] == [{"Key": "app", "Value": "shop"}]

whole = {
    "GroupName": "ours",
    "Name": "nightly",
    "Description": "shop/nightly",
    "ScheduleExpression": "rate(1 hour)",
    "FlexibleTimeWindow": {"Mode": "OFF"},
    "Target": {
        "Arn": cluster,
        "RoleArn": role,
        "Input": '{"containerOverrides": [{"name": "app", "command": ["<aws.scheduler.scheduled-time>"]}]}',
        "DeadLetterConfig": {"Arn": lost},
        "RetryPolicy": {"MaximumRetryAttempts": 0},
        "EcsParameters": {
            "TaskDefinitionArn": definition,
            "LaunchType": "FARGATE",
            "Tags": [{"key": "team", "value": "red"}],
            "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": [subnet], "AssignPublicIp": "DISABLED"}},
        },
    },
}
scheduler.create_schedule(**whole, ClientToken="once")
scheduler.create_schedule(**whole, ClientToken="once")
refused("ConflictException", scheduler.create_schedule, **whole)
refused("ResourceNotFoundException", scheduler.get_schedule, Name="nightly")
assert [s["Name"] for s in scheduler.list_schedules(GroupName="ours")["Schedules"]] == ["nightly"]

advance("PT1S")
started = ecs.list_tasks(cluster=cluster, startedBy="chronos-schedule/nightly")["taskArns"]
task = ecs.describe_tasks(cluster=cluster, tasks=started, include=["TAGS"])["tasks"][0]
assert len(started) == 1 and task["group"] == "family:batch", task
assert task["tags"] == [{"key": "team", "value": "red"}], task
assert task["overrides"]["containerOverrides"][0]["command"][0].endswith("Z"), task

ecs.deregister_task_definition(taskDefinition=definition)
advance("PT1H")
letter = sqs.receive_message(QueueUrl=queue, MessageAttributeNames=["All"])["Messages"][0]
assert letter["MessageAttributes"]["ERROR_CODE"]["StringValue"] == "ClientException", letter

scheduler.update_schedule(**{k: v for k, v in whole.items() if k != "Description"}, State="DISABLED")
live = scheduler.get_schedule(GroupName="ours", Name="nightly")
assert "Description" not in live and live["State"] == "DISABLED", live
advance("PT5H")
assert "Messages" not in sqs.receive_message(QueueUrl=queue)

scheduler.delete_schedule(GroupName="ours", Name="nightly")
scheduler.delete_schedule_group(Name="ours")
refused("ResourceNotFoundException", scheduler.get_schedule_group, Name="ours")
