/**
 * FargateLoadBalancer: its loop, and what becomes of its security group. Knows Elastic Load Balancing and security groups; knows nothing of ECS, of targets and of listener rules.
 */
package dev.fargate.loadbalancer;
