/**
 * What becomes of a load balancer and its security group: what should be, what AWS holds, the plan that leads from one to the other, and
 * the carrying out of it. Knows Elastic Load Balancing and security groups; knows nothing of ECS, of targets and of listener rules.
 */
package dev.fargate.loadbalancer;
