# What the role may do and who may take it, as JSON. No provider is needed for it.
locals {
  policies = {
    for region in var.regions : region => jsonencode({
      Version = "2012-10-17"
      Statement = flatten([
        for feature in sort(var.features) : jsondecode(
          replace(replace(replace(replace(
            file("${path.module}/../../${feature}.json"),
            "arn:aws:", "arn:${var.partition}:"),
            "ACCOUNT", var.account),
            "CLUSTER_ID", var.cluster_id),
          "REGION", region)
        ).Statement
      ])
    })
  }

  trust = replace(replace(replace(replace(
    file("${path.module}/../../trust-policy.json"),
    "arn:aws:", "arn:${var.partition}:"),
    "ACCOUNT", var.account),
    "OIDC_ISSUER", var.oidc_issuer),
  "system:serviceaccount:fargate-system:fargate-operator", "system:serviceaccount:${var.service_account}")
}
