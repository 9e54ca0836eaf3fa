/** What all parts of one simulation share: its agenda, its pace, its neighbours, its bad luck and its way to make ids. */
package dev.fargate.simulator.ecs.stage;
