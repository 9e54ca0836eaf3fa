package dev.fargate.api;

/** What Fargate asks of a whole task, as CEL over {@link Task}, with the words that a breach is refused with. */
final class TaskRules {
    static final String CPU = "self in [256, 512, 1024, 2048, 4096, 8192, 16384]";
    static final String CPU_SAYS =
            "Fargate sells cpu 256, 512, 1024, 2048, 4096, 8192 or 16384 (units; 1024 are one vCPU)";

    /** The seven rows of AWS's table "Task CPU and memory". */
    static final String SIZE = """
            !has(self.cpu) || !has(self.memory)
            || (self.cpu == 256 ? self.memory in [512, 1024, 2048]
            : self.cpu == 512 ? self.memory in [1024, 2048, 3072, 4096]
            : self.cpu == 1024 ? self.memory >= 2048 && self.memory <= 8192 && self.memory % 1024 == 0
            : self.cpu == 2048 ? self.memory >= 4096 && self.memory <= 16384 && self.memory % 1024 == 0
            : self.cpu == 4096 ? self.memory >= 8192 && self.memory <= 30720 && self.memory % 1024 == 0
            : self.cpu == 8192 ? self.memory >= 16384 && self.memory <= 61440 && self.memory % 4096 == 0
            : self.cpu == 16384 ? self.memory >= 32768 && self.memory <= 122880 && self.memory % 8192 == 0
            : true)""";

    /** Whole sentences: the API server cannot bound the cost of putting one together. */
    static final String SIZE_SAYS = """
            self.cpu == 256 ? 'cpu 256 goes with memory 512, 1024 or 2048 (MiB): change one of them'
            : self.cpu == 512 ? 'cpu 512 goes with memory 1024, 2048, 3072 or 4096 (MiB): change one of them'
            : self.cpu == 1024 ? 'cpu 1024 goes with memory 2048 to 8192 (MiB) in steps of 1024: change one of them'
            : self.cpu == 2048 ? 'cpu 2048 goes with memory 4096 to 16384 (MiB) in steps of 1024: change one of them'
            : self.cpu == 4096 ? 'cpu 4096 goes with memory 8192 to 30720 (MiB) in steps of 1024: change one of them'
            : self.cpu == 8192 ? 'cpu 8192 goes with memory 16384 to 61440 (MiB) in steps of 4096: change one of them'
            : 'cpu 16384 goes with memory 32768 to 122880 (MiB) in steps of 8192: change one of them'""";

    /** What stands in for the sentence where it cannot be evaluated; a rule of several lines must have it. */
    static final String SIZE_SAYS_LESS = "this memory does not go with this cpu";

    static final String CPU_SUM = "!has(self.cpu) || self.containers.map(c, has(c.cpu) ? c.cpu : 0).sum() <= self.cpu";
    static final String CPU_SUM_SAYS =
            "the containers' cpu adds up to more than the task's: lower it or raise the task's cpu";
    static final String MEMORY_FITS =
            "!has(self.memory) || self.containers.all(c, !has(c.memory) || c.memory <= self.memory)";
    static final String MEMORY_FITS_SAYS =
            "a container's memory is more than the task's: lower it or raise the task's memory";
    static final String ESSENTIAL = "self.containers.exists(c, !has(c.essential) || c.essential)";
    static final String ESSENTIAL_SAYS =
            "at least one container is essential: leave essential out or set it to true on one";

    /** Containers of one task share a network interface. */
    static final String PORTS = """
            self.containers.all(c, !has(c.portMappings) || c.portMappings.all(p, !has(p.containerPort)
              || self.containers.map(d, has(d.portMappings) ? d.portMappings.filter(q,
                has(q.containerPort) && q.containerPort == p.containerPort
                && (has(q.protocol) ? q.protocol : 'tcp') == (has(p.protocol) ? p.protocol : 'tcp')).size() : 0).sum() == 1))""";

    static final String PORTS_SAYS =
            "containers of a task share one network interface: give each containerPort (per protocol) once in the task";

    /** A range meets itself, and nothing else. */
    static final String PORT_RANGES = """
            self.containers.all(c, !has(c.portMappings) || c.portMappings.all(p, !has(p.containerPortRange)
              || self.containers.map(d, has(d.portMappings) ? d.portMappings.filter(q,
                (has(q.protocol) ? q.protocol : 'tcp') == (has(p.protocol) ? p.protocol : 'tcp')
                && (has(q.containerPortRange)
                  ? int(q.containerPortRange.split('-')[0]) <= int(p.containerPortRange.split('-')[1])
                    && int(q.containerPortRange.split('-')[1]) >= int(p.containerPortRange.split('-')[0])
                  : has(q.containerPort) && q.containerPort <= int(p.containerPortRange.split('-')[1])
                    && q.containerPort >= int(p.containerPortRange.split('-')[0]))).size() : 0).sum() == 1))""";

    static final String PORT_RANGES_SAYS =
            "a containerPortRange has ports that another port mapping of the task has: move one of them";
    static final String PORT_NAMES = """
            self.containers.all(c, !has(c.portMappings) || c.portMappings.all(p, !has(p.name)
              || self.containers.map(d, has(d.portMappings) ? d.portMappings.filter(q,
                has(q.name) && q.name == p.name).size() : 0).sum() == 1))""";

    static final String PORT_NAMES_SAYS = "two port mappings of the task have the same name: rename one of them";
    static final String VOLUMES_FROM = """
            self.containers.all(c, !has(c.volumesFrom) || c.volumesFrom.all(v,
              self.containers.exists(o, o.name == v.sourceContainer)))""";

    static final String VOLUMES_FROM_SAYS =
            "volumesFrom names a container that the task does not have: correct sourceContainer";
    static final String PROXY = "!has(self.proxyConfiguration)"
            + " || self.containers.exists(c, c.name == self.proxyConfiguration.containerName)";
    static final String PROXY_SAYS =
            "proxyConfiguration names a container that the task does not have: correct containerName";
    static final String PID_SAYS = "Fargate shares process ids within a task only: set pidMode to task or leave it out";
    static final String DEPENDS_KNOWN = """
            self.containers.all(c, !has(c.dependsOn) || c.dependsOn.all(d,
              self.containers.exists(o, o.name == d.containerName)))""";

    static final String DEPENDS_KNOWN_SAYS =
            "dependsOn names a container that the task does not have: correct containerName";
    static final String DEPENDS_HEALTHY = """
            self.containers.all(c, !has(c.dependsOn) || c.dependsOn.all(d, d.condition != 'HEALTHY'
              || self.containers.all(o, o.name != d.containerName || has(o.healthCheck))))""";

    static final String DEPENDS_HEALTHY_SAYS =
            "dependsOn waits for HEALTHY of a container without healthCheck: add one to that container or wait for START";
    static final String DEPENDS_ENDS = """
            self.containers.all(c, !has(c.dependsOn) || c.dependsOn.all(d, !(d.condition in ['COMPLETE', 'SUCCESS'])
              || self.containers.all(o, o.name != d.containerName || (has(o.essential) && !o.essential))))""";

    static final String DEPENDS_ENDS_SAYS = "dependsOn waits for the end (COMPLETE, SUCCESS) of an essential container,"
            + " which ends the task: set essential: false on that container";
    static final String MOUNTS = """
            self.containers.all(c, !has(c.mountPoints) || c.mountPoints.all(m,
              has(self.volumes) && self.volumes.exists(v, v.name == m.sourceVolume)))""";

    static final String MOUNTS_SAYS =
            "a mount point's sourceVolume is not in volumes: add the volume or correct the name";
    static final String ONE_ROUTER = "self.containers.filter(c, has(c.firelensConfiguration)).size() <= 1";
    static final String ONE_ROUTER_SAYS =
            "a task has one FireLens log router: keep firelensConfiguration on one container";
    static final String ROUTER = """
            self.containers.exists(c, has(c.firelensConfiguration)) || self.containers.all(c,
              !has(c.logConfiguration) || c.logConfiguration.logDriver != 'awsfirelens')""";

    static final String ROUTER_SAYS =
            "log driver awsfirelens needs a log router: add a container with firelensConfiguration to the task";

    private TaskRules() {}
}
