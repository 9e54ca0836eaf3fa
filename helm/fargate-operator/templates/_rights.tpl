{{- /* What is done with workloads; also in operator/rbac.yaml, and a test compares them. */ -}}
{{- define "fargate-operator.workloadRules" -}}
# patch: the finalizer. The spec is never written.
- apiGroups: [fargate.dev]
  resources: [fargateservices, fargatetaskdefinitions, fargatetasks, fargateschedules, fargateloadbalancers]
  verbs: [get, list, watch, patch]
# The runs of schedules and the hooks of services; and those whose ttlSecondsAfterFinished is over.
- apiGroups: [fargate.dev]
  resources: [fargatetasks]
  verbs: [create, delete]
- apiGroups: [fargate.dev]
  resources: [fargateservices/status, fargatetaskdefinitions/status, fargatetasks/status, fargateschedules/status, fargateloadbalancers/status]
  verbs: [patch]
- apiGroups: [""]
  resources: [events]
  verbs: [create]
{{- end }}

{{- /* A Role and its binding: dict "root" $ "namespace" "..." "suffix" "..." "rules" "..." */ -}}
{{- define "fargate-operator.role" -}}
{{- $name := printf "%s%s" (include "fargate-operator.fullname" .root) .suffix }}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "fargate-operator.metadata" (dict "root" .root "name" $name "namespace" .namespace) | nindent 2 }}
rules:
  {{- .rules | nindent 2 }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "fargate-operator.metadata" (dict "root" .root "name" $name "namespace" .namespace) | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ $name }}
subjects:
  - kind: ServiceAccount
    name: {{ include "fargate-operator.serviceAccountName" .root }}
    namespace: {{ .root.Release.Namespace }}
{{- end }}
