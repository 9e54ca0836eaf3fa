package dev.fargate.api;

/** What ECS asks of one container, as CEL over {@link Container}, with the words that a breach is refused with. */
final class ContainerRules {
    static final String RESERVATION =
            "!has(self.memory) || !has(self.memoryReservation) || self.memoryReservation <= self.memory";
    static final String RESERVATION_SAYS =
            "memoryReservation (soft limit) is above memory (hard limit): lower it or raise memory";
    static final String NOT_ITSELF = "!has(self.dependsOn) || self.dependsOn.all(d, d.containerName != self.name)";
    static final String NOT_ITSELF_SAYS = "a container cannot depend on itself: name another container in dependsOn";

    /** "The secret name must be unique and not shared with any new or existing environment variables." */
    static final String NAMES = "!has(self.secrets) || !has(self.environment)"
            + " || self.secrets.all(s, !self.environment.exists(e, e.name == s.name))";

    static final String NAMES_SAYS = "a variable is set both in environment and in secrets: keep one of them";

    static final String NOT_FROM_ITSELF =
            "!has(self.volumesFrom) || self.volumesFrom.all(v, v.sourceContainer != self.name)";
    static final String NOT_FROM_ITSELF_SAYS =
            "a container cannot take volumes from itself: name another container in volumesFrom";

    /** AWS: awslogs-stream-prefix is required on Fargate. */
    static final String AWSLOGS = "self.logDriver != 'awslogs' || (has(self.options)"
            + " && ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].all(o, o in self.options))";

    static final String AWSLOGS_SAYS =
            "log driver awslogs needs the options awslogs-group, awslogs-region and awslogs-stream-prefix";
    static final String SPLUNK = "self.logDriver != 'splunk'"
            + " || (has(self.options) && 'splunk-url' in self.options && ('splunk-token' in self.options"
            + " || (has(self.secretOptions) && self.secretOptions.exists(o, o.name == 'splunk-token'))))";
    static final String SPLUNK_SAYS = "log driver splunk needs the option splunk-url, and splunk-token"
            + " (better in secretOptions than in options)";
    static final String CONFIG_FILE = "!has(self.options) || ((!('config-file-type' in self.options)"
            + " || (self.options['config-file-type'] == 'file' && 'config-file-value' in self.options)))";
    static final String CONFIG_FILE_SAYS =
            "on Fargate config-file-type is file, and config-file-value names a file in the router's image";
    static final String CHECK = "self[0] in ['CMD', 'CMD-SHELL'] && size(self) >= 2";
    static final String CHECK_SAYS =
            "a health check's command starts with CMD (arguments follow) or CMD-SHELL (one shell line follows)";

    private ContainerRules() {}
}
