package dev.fargate.plans;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Surroundings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** An account of a test: the ports that the test brings, and none where it brings none. */
public final class Ports {
    private Ports() {}

    /**
     * Puts each port where its type belongs.
     *
     * @param ports the first of a type counts; one may be several
     */
    public static Aws of(Object... ports) {
        return filled(Aws.class, List.of(ports));
    }

    private static <R extends Record> R filled(Class<R> type, List<Object> ports) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> port(component.getType(), ports))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object port(Class<?> type, List<Object> ports) {
        return type == Surroundings.class
                ? filled(Surroundings.class, ports)
                : ports.stream().filter(type::isInstance).findFirst().orElse(null);
    }
}
