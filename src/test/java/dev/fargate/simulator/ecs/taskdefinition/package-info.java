/**
 * Task definitions: families, revisions, what AWS fills in, and what it refuses.
 *
 * <p>Texts of refusals are AWS's own where a public report quotes one: the developer guide's pages <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html">task definition
 * parameters</a>, <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html">invalid
 * CPU or memory</a>, and issue trackers of tools that pass AWS's words on. A constant whose comment says "our wording"
 * has AWS's rule in words that could not be confirmed.
 */
package dev.fargate.simulator.ecs.taskdefinition;
