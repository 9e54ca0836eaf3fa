package dev.fargate.aws.sdk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a container's command out of what ECS says of it: {@code exec: "serve --token=…": executable file not found}. A command may hold
 * what nobody is to read in a status.
 */
final class CommandWords {
    private static final Pattern COMMAND = Pattern.compile("exec:? \\\\?\"([^\"\\\\]+)");
    private static final String HIDDEN = "(command)";

    private CommandWords() {}

    static String hidden(String text) {
        if (text == null) {
            return null;
        }
        Matcher command = COMMAND.matcher(text);
        // It stands there again where it could not be found: exec: "run.sh": stat run.sh: no such file or directory.
        return command.find() ? text.replace(command.group(1), HIDDEN) : text;
    }
}
