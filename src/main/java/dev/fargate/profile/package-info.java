/**
 * FargateProfile: its loop, the queue of those that wait for an operation in the same EKS cluster, and what a deletion does to pods.
 * Knows EKS and its profiles; knows nothing of ECS, and of the cluster that the operator itself runs in only what {@link
 * dev.fargate.profile.OwnCluster} tells.
 */
package dev.fargate.profile;
