package dev.fargate.preflight;

/** What is known of an object. */
sealed interface Answer<T> {

    record Known<T>(T value) implements Answer<T> {}

    /** AWS says that there is none. */
    record Absent<T>() implements Answer<T> {}

    /**
     * It could not be looked at.
     *
     * @param reason of a condition, in one word
     */
    record Refused<T>(String reason, String why) implements Answer<T> {}

    /** Nobody has asked yet: what rests on it is to be judged again. */
    record Pending<T>() implements Answer<T> {}
}
