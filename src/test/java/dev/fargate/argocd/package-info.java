/** Argo CD's view of our resources: its Lua scripts, run on resources of real runs. */
package dev.fargate.argocd;
