package dev.fargate.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads strings so that equal ones are mostly one object: of sixty in a resource half are words that thousands of resources have, such as
 * its kind, its namespace, and the reasons and messages of its conditions.
 */
final class SharedStrings extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    /** A power of two. Enough for what is common; what is not drops out when its place is taken. */
    private static final int PLACES = 1024;

    /** No atomicity is needed: whichever string is found is whole and checked. */
    private final transient String[] recent = new String[PLACES];

    SharedStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String read = StringDeserializer.instance.deserialize(json, context);
        if (read == null) {
            return null;
        }
        int place = (read.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
        String known = recent[place];
        if (read.equals(known)) {
            return known;
        }
        recent[place] = read;
        return read;
    }
}
