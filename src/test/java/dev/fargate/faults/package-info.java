/** What crashes, lost replies, refusals and outages do to the promises: the operator is a process that is killed for real. */
package dev.fargate.faults;
