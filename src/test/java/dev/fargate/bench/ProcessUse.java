package dev.fargate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux tells of a process.
 *
 * @param peakMib the most that was ever resident
 * @param privateMib the part of what is resident that the kernel cannot give up: not backed by a file
 */
public record ProcessUse(double cpuSeconds, double residentMib, double privateMib, double peakMib) {
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIB_PER_MIB = 1024;

    /** User and system time, counted after the command's name, which may have spaces. */
    private static final int USER_TIME = 11;

    /** Of a process of this machine that still runs. */
    public static ProcessUse of(long pid) {
        Path proc = Path.of("/proc", String.valueOf(pid));
        try {
            String stat = Files.readString(proc.resolve("stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            String status = Files.readString(proc.resolve("status"));
            return new ProcessUse(
                    (Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(USER_TIME + 1)))
                            / TICKS_PER_SECOND,
                    mib(status, "VmRSS:"),
                    mib(status, "RssAnon:"),
                    mib(status, "VmHWM:"));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be measured", e);
        }
    }

    /** The process among those that this one started whose command line contains the text. */
    static ProcessUse ofStarted(String text) {
        return of(ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).contains(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process runs " + text))
                .pid());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static double mib(String status, String field) {
        return status.lines()
                        .filter(line -> line.startsWith(field))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(0)
                / KIB_PER_MIB;
    }
}
