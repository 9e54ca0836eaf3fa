/** The container image: what it is made of, the training run for its AOT cache, and that it runs as a pod would run it. */
package dev.fargate.image;
