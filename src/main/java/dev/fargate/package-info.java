/** fargate-operator: AWS Fargate workloads from Kubernetes custom resources. */
package dev.fargate;
