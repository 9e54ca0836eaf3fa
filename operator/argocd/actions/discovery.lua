-- Which actions a resource offers now.
local paused = obj.spec.managementPolicy == "Paused"
local actions = {}
actions["reconcile"] = { disabled = paused }
actions["pause"] = { disabled = paused }
actions["resume"] = { disabled = not paused }
if obj.kind == "FargateService" then
  actions["restart"] = { disabled = paused }
  local status = obj.status or {}
  local wanted = (status.taskDefinition or {}).arn
  local back = obj.spec.rollbackTo ~= nil
  local possible = obj.spec.task ~= nil and status.lastGoodRevision ~= nil and status.lastGoodRevision ~= wanted
  actions["rollback"] = { disabled = paused or back or not possible }
  actions["rollforward"] = { disabled = paused or not back }
end
return actions
