"""Throttling and denials in each protocol, as botocore understands them."""

import json
import os
import urllib.request

import boto3
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]

CALLS = [
    ("ecs", "ListClusters", "ThrottlingException", "AccessDeniedException"),
    ("eks", "ListClusters", "ThrottlingException", "AccessDeniedException"),
    ("ec2", "DescribeVpcs", "RequestLimitExceeded", "UnauthorizedOperation"),
    ("sts", "GetCallerIdentity", "Throttling", "AccessDenied"),
    ("iam", "ListRoles", "Throttling", "AccessDenied"),
]


def fault(service, operation, effect):
    order = {"match": {"service": service, "operation": operation}, "schedule": {"count": 1}, "effect": {"type": effect}}
    request = urllib.request.Request(f"{ENDPOINT}/_simulator/faults", data=json.dumps(order).encode(), method="POST")
    urllib.request.urlopen(request).close()


def refusal(client, operation):
    method = "".join("_" + c.lower() if c.isupper() else c for c in operation)[1:]
    try:
        getattr(client, method)()
    except ClientError as e:
        return e.response["Error"]
    raise AssertionError(f"{operation} was not refused")


for service, operation, throttled, denied in CALLS:
    client = boto3.client(service)
    fault(service, operation, "throttle")
    assert refusal(client, operation)["Code"] == throttled, service
    fault(service, operation, "deny")
    error = refusal(client, operation)
    assert error["Code"] == denied, error
    assert f"is not authorized to perform: {service}:{operation} " in error["Message"], error

# ECS's own bucket: a burst of 20, then one a second
ecs = boto3.client("ecs")
for attempt in range(30):
    code = ""
    try:
        ecs.register_task_definition(family="a", containerDefinitions=[])
    except ClientError as e:
        code = e.response["Error"]["Code"]
    assert code == ("ClientException" if attempt < 20 else code), (attempt, code)
    assert code in ("ClientException", "ThrottlingException"), code
