package dev.fargate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The files of a jar by name. */
record Jar(Map<String, byte[]> files) {
    /** The same jar from the same files, whenever it is made. */
    private static final long NO_TIME = 315_532_800_000L;

    private static final String CLASS = ".class";

    static Jar read(Path path) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return new Jar(files);
    }

    /** By internal name. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(CLASS)) {
                classes.put(name.substring(0, name.length() - CLASS.length()), bytes);
            }
        });
        return classes;
    }

    /** The file of a class with this internal name. */
    static String file(String name) {
        return name + CLASS;
    }

    /** At once: whoever runs from the jar that is there keeps it. */
    void write(Path path) throws IOException {
        Path made = path.resolveSibling(path.getFileName() + ".tmp");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        Files.move(made, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
