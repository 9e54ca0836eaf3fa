/**
 * What every loop needs when it turns against AWS: a paced write and what came of it, errors in words, and how long to wait after a
 * failure. Joins the engine's shapes with the AWS ports; knows no kind.
 */
package dev.fargate.turn;
