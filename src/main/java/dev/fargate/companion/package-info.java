/**
 * What a service brings along in AWS, beside itself and its revisions. A {@code Companion} is one such object as it should be: a value
 * that is compared with what is there and says by which steps it becomes so. {@code CompanionStage} takes them, with what the status has
 * on record ({@code Kept}) and without any knowledge of services: those that precede a service before its plan, the others after it,
 * and all of them in the reverse order when they go ({@code Departure}).
 */
package dev.fargate.companion;
