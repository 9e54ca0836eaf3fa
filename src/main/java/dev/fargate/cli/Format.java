package dev.fargate.cli;

/** How findings are told. */
enum Format {
    /** For people. */
    text,
    /** One object in each line. */
    json
}
