package dev.fargate.faults;

/** A part of a life, in order. A life of an environment knows the first three, one of a service the others. */
enum Stage {
    ENVIRONMENT_CREATION,
    ENVIRONMENT_EDIT,
    ENVIRONMENT_DELETION,
    SERVICE_CREATION,
    IMAGE_EDIT,
    TAGS_EDIT,
    COUNT_EDIT,
    SERVICE_DELETION;

    boolean ofEnvironment() {
        return compareTo(SERVICE_CREATION) < 0;
    }

    boolean deletes() {
        return this == ENVIRONMENT_DELETION || this == SERVICE_DELETION;
    }

    boolean reaches(Stage other) {
        return compareTo(other) >= 0;
    }
}
