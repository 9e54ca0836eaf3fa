/** Golden cases: what is in AWS and in the manifest, and what the loop makes of it, as files that read as examples. */
package dev.fargate.plans;
