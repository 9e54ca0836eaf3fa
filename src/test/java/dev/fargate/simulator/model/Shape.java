package dev.fargate.simulator.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A compiled shape of a service model. */
sealed interface Shape {

    /** Members are filled in after creation, because shapes may contain themselves. */
    record Structure(Map<String, Shape> members, Set<String> required, boolean union) implements Shape {
        Structure(boolean union) {
            this(new HashMap<>(), new HashSet<>(), union);
        }
    }

    /** Its element is set after creation, for the same reason. */
    final class Sequence implements Shape {
        private Shape element = Scalar.BOOLEAN;

        Shape element() {
            return element;
        }

        void element(Shape compiled) {
            element = compiled;
        }
    }

    /** Its value is set after creation, for the same reason. Keys are text; those of an enumeration are rare. */
    final class Dictionary implements Shape {
        private Shape value = Scalar.BOOLEAN;

        Shape value() {
            return value;
        }

        void value(Shape compiled) {
            value = compiled;
        }
    }

    /** Text of which only these values exist. */
    record Enumeration(Set<String> values) implements Shape {}

    /** A value without parts. */
    enum Scalar implements Shape {
        STRING,
        BOOLEAN,
        INTEGER,
        LONG,
        DECIMAL,
        /** Seconds since 1970, as a number: the default of AWS's JSON protocol. */
        TIMESTAMP,
        BLOB
    }
}
