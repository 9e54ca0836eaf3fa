/**
 * The way of traffic to a service's tasks: target groups, listener rules and the security group that lets the load balancers in. Knows Elastic
 * Load Balancing and security groups; what ECS makes of the target groups is the service's own affair.
 */
package dev.fargate.routing;
