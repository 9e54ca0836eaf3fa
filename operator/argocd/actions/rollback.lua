-- The last good revision runs until it is rolled forward; a change of the task is not registered meanwhile.
obj.spec.rollbackTo = "lastGood"
return obj
