"""Makes what the samples expect to find in an AWS account, and prints it as the variables that the samples use.

Usage: seed.py ENDPOINT    (run it with the provided Python, which has boto3; credentials and region by environment)
"""

import os
import sys

import boto3

TRUST = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "%s"}}]}"""

MANIFEST = """{"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
  "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": "sha256:%064d"},
  "layers": []}""" % 1


def network(ec2):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{10 + i}.0/24", AvailabilityZone=zones[i])["Subnet"]["SubnetId"]
        for i in range(2)
    ]
    group = ec2.create_security_group(VpcId=vpc, GroupName="samples", Description="Tasks of the samples")["GroupId"]
    ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080, "IpRanges": [{"CidrIp": "10.0.0.0/16"}]}],
    )
    way_out(ec2, vpc, subnets)
    ec2.create_tags(Resources=[vpc, *subnets, group], Tags=[{"Key": "Name", "Value": "samples"}])
    ec2.create_tags(Resources=subnets, Tags=[{"Key": "tier", "Value": "private"}])
    return vpc, subnets, group


def way_out(ec2, vpc, subnets):
    """A NAT gateway for private subnets. The main route table leads nowhere."""
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    public = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.250.0/24")["Subnet"]["SubnetId"]
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    nat = ec2.create_nat_gateway(SubnetId=public, AllocationId=address)["NatGateway"]["NatGatewayId"]
    route(ec2, vpc, [public], {"GatewayId": gateway})
    route(ec2, vpc, subnets, {"NatGatewayId": nat})


def isolated(ec2):
    """Another VPC: two public subnets, and two that lead nowhere."""
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]][:2]
    public, private = (
        [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.1.{first + i}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
            for i, zone in enumerate(zones)
        ]
        for first in (10, 20)
    )
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    route(ec2, vpc, public, {"GatewayId": gateway})
    group = ec2.create_security_group(VpcId=vpc, GroupName="isolated", Description="Tasks of samples/classic")["GroupId"]
    ec2.create_tags(Resources=[vpc, *public, *private, group], Tags=[{"Key": "Name", "Value": "samples-classic"}])
    ec2.create_tags(Resources=private, Tags=[{"Key": "tier", "Value": "isolated"}])
    return vpc, public, group


def image(ecr):
    """One in ECR, which is all that is in reach of tasks without a way to the internet."""
    repository = ecr.create_repository(repositoryName="samples/shop")["repository"]["repositoryUri"]
    ecr.put_image(repositoryName="samples/shop", imageTag="1", imageManifest=MANIFEST)
    return repository + ":1"


def route(ec2, vpc, subnets, target):
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)
    for subnet in subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)


def role(iam, name, service="ecs-tasks.amazonaws.com"):
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST % service)["Role"]["Arn"]


def target_group(elb, vpc, subnets, group):
    arn = elb.create_target_group(
        Name="samples", Protocol="HTTP", Port=8080, VpcId=vpc, TargetType="ip", HealthCheckPath="/"
    )["TargetGroups"][0]["TargetGroupArn"]
    balancer = elb.create_load_balancer(Name="samples", Scheme="internal", Subnets=subnets, SecurityGroups=[group])
    elb.create_listener(
        LoadBalancerArn=balancer["LoadBalancers"][0]["LoadBalancerArn"],
        Protocol="HTTP",
        Port=80,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": arn}],
    )
    return arn


def registry(discovery, vpc):
    discovery.create_private_dns_namespace(Name="samples.internal", Vpc=vpc)
    namespace = discovery.list_namespaces()["Namespaces"][0]
    service = discovery.create_service(
        Name="web",
        NamespaceId=namespace["Id"],
        DnsConfig={"RoutingPolicy": "MULTIVALUE", "DnsRecords": [{"Type": "A", "TTL": 10}]},
    )
    return namespace["Arn"], service["Service"]["Arn"]


def file_system(efs, subnets, group):
    system = efs.create_file_system(CreationToken="samples", Encrypted=True)["FileSystemId"]
    for subnet in subnets:
        efs.create_mount_target(FileSystemId=system, SubnetId=subnet, SecurityGroups=[group])
    return system, efs.create_access_point(FileSystemId=system, ClientToken="samples")["AccessPointId"]


def eks_cluster(eks, role_arn, subnets):
    eks.create_cluster(name="kubernetes-samples", roleArn=role_arn, resourcesVpcConfig={"subnetIds": subnets})
    return "kubernetes-samples"


def main(endpoint):
    client = lambda service: boto3.client(service, endpoint_url=endpoint)
    vpc, subnets, group = network(client("ec2"))
    namespace, service = registry(client("servicediscovery"), vpc)
    isolated_vpc, public, isolated_group = isolated(client("ec2"))
    client("logs").create_log_group(logGroupName="/fargate/classic")
    system, access_point = file_system(client("efs"), subnets, group)
    found = {
        "AWS_REGION": os.environ["AWS_REGION"],
        "AWS_ACCOUNT_ID": client("sts").get_caller_identity()["Account"],
        "VPC_ID": vpc,
        "SUBNET_A": subnets[0],
        "SUBNET_B": subnets[1],
        "SECURITY_GROUP": group,
        "ISOLATED_VPC_ID": isolated_vpc,
        "ISOLATED_SECURITY_GROUP": isolated_group,
        "PUBLIC_A": public[0],
        "PUBLIC_B": public[1],
        "SHOP_IMAGE": image(client("ecr")),
        "EXECUTION_ROLE_ARN": role(client("iam"), "samples-execution"),
        "TASK_ROLE_ARN": role(client("iam"), "samples-task"),
        "POD_EXECUTION_ROLE_ARN": role(client("iam"), "samples-pods", "eks-fargate-pods.amazonaws.com"),
        "EKS_CLUSTER": eks_cluster(client("eks"), role(client("iam"), "samples-eks", "eks.amazonaws.com"), subnets),
        "TARGET_GROUP_ARN": target_group(client("elbv2"), vpc, subnets, group),
        "NAMESPACE_ARN": namespace,
        "REGISTRY_ARN": service,
        "SECRET_ARN": client("secretsmanager").create_secret(Name="samples/database", SecretString="correct horse")["ARN"],
        "FILE_SYSTEM_ID": system,
        "ACCESS_POINT_ID": access_point,
    }
    for name, value in found.items():
        print(f"{name}={value}")


if __name__ == "__main__":
    main(*sys.argv[1:])
