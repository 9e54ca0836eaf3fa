variable "features" {
  type = set(string)
}

variable "regions" {
  type = set(string)
}

variable "account" {
  type = string
}

variable "partition" {
  type = string
}

variable "cluster_id" {
  type = string
}

variable "oidc_issuer" {
  type = string
}

variable "service_account" {
  type = string
}
