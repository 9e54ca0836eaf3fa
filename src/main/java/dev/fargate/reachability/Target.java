package dev.fargate.reachability;

/** What a task has to reach. */
public sealed interface Target {

    /** As a person calls it. */
    String title();

    /** A service of AWS in the task's region. */
    record Service(AwsService service) implements Target {
        @Override
        public String title() {
            return service.title();
        }
    }

    /** Something that only the internet has: a registry, or a service of another region. */
    record Internet(String title) implements Target {}
}
