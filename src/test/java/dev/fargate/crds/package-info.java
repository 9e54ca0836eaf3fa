/** Turns {@code dev.fargate.api} into the files of {@code crds/}, and holds what the API server refuses to its words. */
package dev.fargate.crds;
