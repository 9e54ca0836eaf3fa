-- The end of a rollback: the task in spec is registered and rolled.
obj.spec.rollbackTo = nil
return obj
