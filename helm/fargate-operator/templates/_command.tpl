{{- /* The options of `fargate-operator run`: those of the chart, then the settings that are set. */ -}}
{{- define "fargate-operator.arguments" -}}
- run
- --http-port={{ .Values.metrics.port }}
- --leader-election={{ .Values.leaderElection }}
- --lease-namespace={{ .Release.Namespace }}
{{- with .Values.namespaces }}
- --namespaces={{ join "," . }}
{{- end }}
{{- range $setting, $value := omit .Values.settings "logLevel" "logFormat" }}
{{- if not (kindIs "invalid" $value) }}
- {{ printf "--%s=%v" (kebabcase $setting) (kindIs "slice" $value | ternary (join "," $value) $value) | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "fargate-operator.env" -}}
# The name of this replica in the Lease.
- name: HOSTNAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: FARGATE_LOG_LEVEL_FILE
  value: /etc/fargate-operator/log-level
{{- with .Values.settings.logFormat }}
- name: FARGATE_LOG_FORMAT
  value: {{ . }}
{{- end }}
{{- with .Values.aws.region }}
- name: AWS_REGION
  value: {{ . }}
{{- end }}
{{- with .Values.env }}
{{ toYaml . }}
{{- end }}
{{- end }}
