/** What an environment's status tells of the ways that its tasks have to AWS. Knows when to look, and
 * nothing of workloads. */
package dev.fargate.outlook;
