/**
 * Services: what they are told, how they roll, and what they say of it.
 *
 * <p>{@link dev.fargate.simulator.ecs.service.Scheduler} is the heart: after every change it compares the tasks of a
 * service with what its deployments want, within the minimum and maximum percent, and starts, stops, completes, fails
 * or rolls back. The rules are those of <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html">rolling updates</a> and of
 * the <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html">deployment
 * circuit breaker</a>; the words of events are those of <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html">service event
 * messages</a>.
 */
package dev.fargate.simulator.ecs.service;
