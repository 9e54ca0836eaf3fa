/**
 * FargateEndpoints: the VPC endpoints that private Fargate tasks need. Knows EC2's endpoints and the network that they stand in; knows
 * nothing of ECS.
 */
package dev.fargate.endpoints;
