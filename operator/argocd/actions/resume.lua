-- Back to the default, Enforce.
obj.spec.managementPolicy = nil
return obj
