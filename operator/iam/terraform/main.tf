data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

module "policy" {
  source          = "./policy"
  features        = var.features
  regions         = var.regions
  account         = data.aws_caller_identity.this.account_id
  partition       = data.aws_partition.this.partition
  cluster_id      = var.cluster_id
  oidc_issuer     = var.oidc_issuer
  service_account = var.service_account
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "fargate-operator of cluster ${var.cluster_id}"
  assume_role_policy = module.policy.trust
  tags               = var.tags
}

# One or two for each region: IAM takes 6,144 characters in a policy, and all inline policies of a role together may have 10,240.
resource "aws_iam_policy" "this" {
  for_each = module.policy.policies

  name   = "${var.name}-${each.key}"
  policy = each.value
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = aws_iam_policy.this

  role       = aws_iam_role.this.name
  policy_arn = each.value.arn
}

# Bounds the roles that the operator makes for schedules.
resource "aws_iam_policy" "schedules" {
  count       = contains(var.features, "schedule-roles") ? 1 : 0
  name        = "schedules"
  path        = "/fargate/"
  description = "Bounds the roles that fargate-operator makes for schedules."
  policy = replace(replace(
    file("${path.module}/../schedule-boundary.json"),
    "arn:aws:", "arn:${data.aws_partition.this.partition}:"),
  "ACCOUNT", data.aws_caller_identity.this.account_id)
  tags = var.tags
}
