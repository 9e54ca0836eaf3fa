package dev.fargate.cli;

import dev.fargate.cost.PriceTable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The price table that an option names. */
final class PriceFile {
    private PriceFile() {}

    static PriceTable read(Path file, CommandLine command) throws IOException {
        if (file == null || file.toString().isBlank()) {
            return PriceTable.ofRelease();
        }
        try {
            return PriceTable.of(file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--prices %s: %s".formatted(file, e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new ParameterException(command, "--prices %s: there is no such file".formatted(file), e);
        }
    }
}
