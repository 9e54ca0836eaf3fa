package dev.fargate.routing;

/**
 * A rule has no name in AWS: on record it has its listener's and that of its target group.
 *
 * @param group name of the target group
 */
record RuleName(String listenerArn, String group) {

    static RuleName parse(String text) {
        int space = text.indexOf(' ');
        return new RuleName(text.substring(0, space), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return listenerArn + " " + group;
    }
}
