-- A new rollout of the same content; also one that failed is tried again.
local os = require("os")
obj.metadata.annotations = obj.metadata.annotations or {}
obj.metadata.annotations["fargate.dev/restart-at"] = os.date("!%Y-%m-%dT%H:%M:%SZ")
return obj
