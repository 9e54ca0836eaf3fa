/** What a user is promised, on a real API server and a simulated AWS: apply, edit, drift, failure, deletion. */
package dev.fargate.behaviour;
