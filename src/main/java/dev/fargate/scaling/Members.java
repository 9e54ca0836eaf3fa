package dev.fargate.scaling;

import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Compares two requests of the same type by their members. Defaults of AWS must have been filled in on both sides. */
final class Members {
    private Members() {}

    static <T extends SdkPojo> List<Difference> differences(String path, T wanted, T live) {
        return wanted.sdkFields().stream()
                .filter(field -> !Objects.equals(field.getValueOrDefault(wanted), field.getValueOrDefault(live)))
                .map(field -> new Difference(path + "." + name(field), text(field, wanted), text(field, live)))
                .toList();
    }

    private static String name(SdkField<?> field) {
        return Character.toLowerCase(field.memberName().charAt(0))
                + field.memberName().substring(1);
    }

    private static String text(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value == null ? "absent" : value.toString();
    }
}
