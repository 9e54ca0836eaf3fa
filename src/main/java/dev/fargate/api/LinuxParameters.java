package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What Fargate lets a container change of its Linux surroundings. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinuxParameters(
        @JsonPropertyDescription(
                "Run an init process that forwards signals and reaps processes. Absent: default false.")
        Boolean initProcessEnabled,

        @JsonPropertyDescription(
                "Kernel capabilities beside those that every container has. Absent: default none more or less.")
        KernelCapabilities capabilities,

        @JsonPropertyDescription("File systems in memory, by path. Absent: default none.") @Size(max = 10)
        List<Tmpfs> tmpfs) {

    public LinuxParameters {
        tmpfs = Api.filled(tmpfs);
    }

    /** Kernel capabilities. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record KernelCapabilities(
            @JsonPropertyDescription("SYS_PTRACE, the one that Fargate adds. Absent: default none.")
            @Size(max = 38)
            @ValidationRule(value = "self.all(c, c == 'SYS_PTRACE')", message = KernelCapabilities.ADD_SAYS)
            List<Capability> add,

            @JsonPropertyDescription("Capabilities to take away; ALL for all of them. Absent: default none.")
            @Size(max = 38)
            List<Capability> drop) {

        static final String ADD_SAYS = "of the capabilities Fargate adds SYS_PTRACE: remove the others";

        public KernelCapabilities {
            add = Api.filled(add);
            drop = Api.filled(drop);
        }
    }

    /** A file system in memory, which counts against the container's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tmpfs(
            @JsonPropertyDescription("Absolute path in the container.") @Required @Size(max = 4096) @Pattern("^/")
            String containerPath,

            @JsonPropertyDescription("Most that it holds, in MiB, 1 or more.") @Required @Min(1) @Max(122880)
            Integer size,

            @JsonPropertyDescription(
                    "Mount options, in order, such as ro, noexec, nosuid. Absent: default those of the kernel.")
            @Size(max = 20)
            List<@Size(max = 64) @Pattern(Formats.NO_SPACE) String> mountOptions) {

        public Tmpfs {
            mountOptions = Api.filled(mountOptions);
        }
    }

    /** ECS API reference, KernelCapabilities. */
    public enum Capability {
        ALL,
        AUDIT_CONTROL,
        AUDIT_WRITE,
        BLOCK_SUSPEND,
        CHOWN,
        DAC_OVERRIDE,
        DAC_READ_SEARCH,
        FOWNER,
        FSETID,
        IPC_LOCK,
        IPC_OWNER,
        KILL,
        LEASE,
        LINUX_IMMUTABLE,
        MAC_ADMIN,
        MAC_OVERRIDE,
        MKNOD,
        NET_ADMIN,
        NET_BIND_SERVICE,
        NET_BROADCAST,
        NET_RAW,
        SETFCAP,
        SETGID,
        SETPCAP,
        SETUID,
        SYS_ADMIN,
        SYS_BOOT,
        SYS_CHROOT,
        SYS_MODULE,
        SYS_NICE,
        SYS_PACCT,
        SYS_PTRACE,
        SYS_RAWIO,
        SYS_RESOURCE,
        SYS_TIME,
        SYS_TTY_CONFIG,
        SYSLOG,
        WAKE_ALARM
    }
}
