/** Argo CD's view of our resources: its Lua scripts, run on resources of real runs; and Flux's of the same. */
package dev.fargate.argocd;
