package dev.fargate.preflight;

import dev.fargate.aws.Surroundings;
import java.util.List;
import java.util.Map;

/**
 * A kind of object that is asked about by id, several in one call.
 *
 * @param most ids in one call
 * @param reader answers for those that exist
 */
record Topic<T>(String name, int most, Reader<T> reader) {

    /** Makes the calls. */
    interface Reader<T> {
        Map<String, T> read(Surroundings surroundings, List<String> ids);
    }
}
