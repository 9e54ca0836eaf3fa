data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

locals {
  account   = data.aws_caller_identity.this.account_id
  partition = data.aws_partition.this.partition

  # A statement names one region; it is repeated for each.
  statements = flatten([
    for feature in var.features : [
      for region in var.regions : [
        for statement in jsondecode(
          replace(replace(replace(replace(
            file("${path.module}/../${feature}.json"),
            "arn:aws:", "arn:${local.partition}:"),
            "ACCOUNT", local.account),
            "CLUSTER_ID", var.cluster_id),
          "REGION", region)
        ).Statement : merge(statement, { Sid = "${statement.Sid}${replace(region, "-", "")}" })
      ]
    ]
  ])
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${local.account}:oidc-provider/${var.oidc_issuer}"]
    }
    condition {
      test     = "StringEquals"
      variable = "${var.oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "${var.oidc_issuer}:sub"
      values   = ["system:serviceaccount:${var.service_account}"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "fargate-operator of cluster ${var.cluster_id}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = var.name
  role   = aws_iam_role.this.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}

# Bounds the roles that the operator makes for schedules.
resource "aws_iam_policy" "schedules" {
  count       = contains(var.features, "schedule-roles") ? 1 : 0
  name        = "schedules"
  path        = "/fargate/"
  description = "Bounds the roles that fargate-operator makes for schedules."
  policy = replace(replace(
    file("${path.module}/../schedule-boundary.json"),
    "arn:aws:", "arn:${local.partition}:"),
  "ACCOUNT", local.account)
  tags = var.tags
}
