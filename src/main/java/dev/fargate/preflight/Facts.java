package dev.fargate.preflight;

/** What is known by now of an account's objects. Who asks for what is not known yet makes it known later. */
interface Facts {
    <T> Answer<T> of(Topic<T> topic, String id);
}
