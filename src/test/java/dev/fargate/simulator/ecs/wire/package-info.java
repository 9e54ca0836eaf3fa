/** ECS's JSON: reading requests, writing timestamps, pages, tags and ARNs. Knows no kind of resource. */
package dev.fargate.simulator.ecs.wire;
