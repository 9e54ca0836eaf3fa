# What the role may do and who may take it, as JSON. No provider is needed for it.
locals {
  base = setintersection(var.features, ["services", "stopped-tasks", "preflight", "runs", "log-groups", "first-service", "adoption"])
  more = setsubtract(var.features, local.base)
  parts = merge(
    { for region in var.regions : region => { region = region, features = local.base } },
    { for region in var.regions : "${region}-more" => { region = region, features = local.more } if length(local.more) > 0 },
  )

  policies = {
    for name, part in local.parts : name => jsonencode({
      Version = "2012-10-17"
      Statement = flatten([
        for feature in sort(part.features) : jsondecode(
          replace(replace(replace(replace(
            file("${path.module}/../../${feature}.json"),
            "arn:aws:", "arn:${var.partition}:"),
            "ACCOUNT", var.account),
            "CLUSTER_ID", var.cluster_id),
          "REGION", part.region)
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
