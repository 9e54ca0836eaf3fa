/**
 * What every loop needs when it turns against AWS: a paced write and what came of it, errors in words, how long to wait after a
 * failure, and a plan as every status shows it. Joins the engine's shapes with the AWS ports and with what all kinds of the API have in
 * common; knows no kind.
 */
package dev.fargate.turn;
