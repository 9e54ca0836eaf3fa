output "policies" {
  value = local.policies
}

output "trust" {
  value = local.trust
}
