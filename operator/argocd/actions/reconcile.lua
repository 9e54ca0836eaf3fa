-- The operator compares the resource with AWS at once.
local os = require("os")
obj.metadata.annotations = obj.metadata.annotations or {}
obj.metadata.annotations["fargate.dev/reconcile-at"] = os.date("!%Y-%m-%dT%H:%M:%SZ")
return obj
