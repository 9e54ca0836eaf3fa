-- The health of every kind of fargate.dev, by its conditions. The message is the operator's own and ends with the next step.
local function condition(type)
  for _, found in ipairs((obj.status or {}).conditions or {}) do
    if found.type == type then
      return found
    end
  end
end

local function health(status, message)
  return { status = status, message = message }
end

local ready = condition("Ready")
local stalled = condition("Stalled")
local deleting = obj.metadata.deletionTimestamp ~= nil

if ready == nil then
  return health("Progressing", "The operator has not looked at it yet. Does it run, and does it tend this namespace?")
end
if ready.reason == "Paused" or ready.reason == "Suspended" then
  return health("Suspended", ready.message)
end
if not deleting and (obj.status.observedGeneration or 0) < obj.metadata.generation then
  return health("Progressing", "The operator has not looked at this version of the spec yet.")
end
if stalled ~= nil then
  return health("Degraded", stalled.message)
end
if deleting then
  return health("Progressing", ready.message)
end
-- Too few tasks run; ECS starts others, but somebody should know.
if ready.reason == "Degraded" then
  return health("Degraded", ready.message)
end
if ready.status == "True" then
  return health("Healthy", ready.message)
end
return health("Progressing", ready.message)
