-- Which actions a resource offers now.
local paused = obj.spec.managementPolicy == "Paused"
local actions = {}
actions["reconcile"] = { disabled = paused }
actions["pause"] = { disabled = paused }
actions["resume"] = { disabled = not paused }
if obj.kind == "FargateService" then
  actions["restart"] = { disabled = paused }
end
return actions
