/** Which package may use which, and what no code of ours does. */
package dev.fargate.architecture;
