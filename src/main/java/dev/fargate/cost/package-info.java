/**
 * What a task costs: Fargate's prices of a region as a dated table, and the arithmetic. Pure; an estimate of Fargate alone, without
 * discounts of the account, traffic, logs, load balancers and public addresses.
 */
package dev.fargate.cost;
