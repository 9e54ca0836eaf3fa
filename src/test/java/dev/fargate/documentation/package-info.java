/** Holds README.md and the IAM policy to the code: what they list is what the code says and calls, read from its text. */
package dev.fargate.documentation;
