/**
 * The right size of tasks: the cheapest that Fargate sells which leaves a margin over what was used. {@code Advice} is pure; {@code
 * RightSizes} remembers what CloudWatch said, and knows when to ask again. Nothing here changes a size.
 */
package dev.fargate.rightsize;
