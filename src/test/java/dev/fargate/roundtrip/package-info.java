/** Each declared field on its way from a manifest to the request that AWS receives. */
package dev.fargate.roundtrip;
