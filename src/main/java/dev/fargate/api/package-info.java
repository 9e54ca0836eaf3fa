/**
 * The custom resources of group {@code fargate.dev}: types only, no behaviour beyond filling absent lists.
 *
 * <p>Field names are those of the ECS, EKS and EC2 APIs in camelCase. A scalar that the manifest leaves out is {@code null} here and
 * nowhere else: the packages that turn a resource into its desired state give it its default. Lists and maps are never null.
 *
 * <p>Every record ignores fields that it does not know: the definitions in the cluster may be newer than the operator, and one
 * resource that cannot be read would stop the watch of all.
 */
package dev.fargate.api;
