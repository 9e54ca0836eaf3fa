-- Nothing is read or changed in AWS until it is resumed. Where Git has a managementPolicy, self-healing undoes this.
obj.spec.managementPolicy = "Paused"
return obj
