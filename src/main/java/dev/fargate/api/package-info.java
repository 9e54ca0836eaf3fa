/**
 * The custom resources of group {@code fargate.dev}: types only, no behaviour beyond filling absent lists.
 *
 * <p>Field names are those of the ECS, EKS and EC2 APIs in camelCase. A scalar that the manifest leaves out is {@code null} here and
 * nowhere else: the packages that turn a resource into its desired state give it its default. Lists and maps are never null.
 */
package dev.fargate.api;
