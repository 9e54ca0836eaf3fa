package dev.fargate.preflight;

import dev.fargate.aws.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A kind of object that is asked about by id, several in one call.
 *
 * @param most ids in one call
 * @param container of an id; one call asks about one container, so that a refusal of one says nothing of the others
 * @param reader answers for those that exist
 */
record Topic<T>(String name, int most, UnaryOperator<String> container, Reader<T> reader) {

    /** Any ids may be in one call. */
    Topic(String name, int most, Reader<T> reader) {
        this(name, most, _ -> "", reader);
    }

    /** Makes the calls. */
    interface Reader<T> {
        Map<String, T> read(Surroundings surroundings, List<String> ids);
    }
}
