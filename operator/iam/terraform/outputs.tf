output "role_arn" {
  description = "For the chart's aws.roleArn."
  value       = aws_iam_role.this.arn
}
