/**
 * The event feed of an environment: the EventBridge rule and the SQS queue that bring ECS's events, kept by the environment's loop, and
 * what is made of the events. An event never is the state of anything: it makes a service be looked at, and no more.
 */
package dev.fargate.feed;
