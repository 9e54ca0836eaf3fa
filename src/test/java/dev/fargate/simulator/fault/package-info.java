/**
 * What may go wrong with a call, whichever service it is for: a value says which calls and what happens to them, and one
 * place makes it happen around the call's effect. Knows no service's domain.
 */
package dev.fargate.simulator.fault;
