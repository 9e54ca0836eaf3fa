/** What an error of AWS means, decided once. Knows exceptions, codes and texts of AWS; makes no calls. */
package dev.fargate.aws.errors;
