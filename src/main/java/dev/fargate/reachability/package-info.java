/**
 * From where a task is, which services of AWS and which registries it can reach, by which way, or why not and what to do. Pure: a
 * network comes in as values. Network ACLs, DNS of one's own and what lies behind a transit gateway or a firewall are not judged.
 */
package dev.fargate.reachability;
