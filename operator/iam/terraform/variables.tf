variable "oidc_issuer" {
  description = "Issuer of the cluster's tokens, without https://. Its OIDC provider must exist in IAM."
  type        = string

  validation {
    condition     = !startswith(var.oidc_issuer, "https://")
    error_message = "Leave https:// out."
  }
}

variable "cluster_id" {
  description = "Names the cluster in owner tags: the uid of namespace kube-system, unless the operator is told another."
  type        = string
}

variable "regions" {
  description = "Regions of the environments."
  type        = list(string)

  validation {
    condition     = length(var.regions) > 0
    error_message = "Name at least one region."
  }
}

variable "features" {
  description = "What the operator may do: names of the files in operator/iam, without .json."
  type        = set(string)
  default     = ["services", "stopped-tasks", "preflight", "runs", "schedules", "log-groups", "first-service"]

  validation {
    condition = length(setsubtract(var.features, [
      "services", "stopped-tasks", "preflight", "right-size", "runs", "schedules", "schedule-roles", "profiles",
      "profile-roles", "endpoints", "load-balancers", "log-groups", "adoption", "event-feed", "first-service",
    ])) == 0
    error_message = "Features are services, stopped-tasks, preflight, right-size, runs, schedules, schedule-roles, profiles, profile-roles, endpoints, load-balancers, log-groups, adoption, event-feed and first-service."
  }
}

variable "name" {
  description = "Name of the role."
  type        = string
  default     = "fargate-operator"
}

variable "service_account" {
  description = "The operator's ServiceAccount, as NAMESPACE:NAME."
  type        = string
  default     = "fargate-system:fargate-operator"
}

variable "tags" {
  description = "Tags of the role."
  type        = map(string)
  default     = {}
}
