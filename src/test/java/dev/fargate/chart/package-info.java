/** The Helm chart: that it says what the code says, what it renders, and its life from install to uninstall. */
package dev.fargate.chart;
