/** Makes what is installed smaller than what it is made of. The build runs it. */
package dev.fargate.packaging;
