package dev.fargate.aws;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** One text for one meaning: keys sorted, tags, nulls and empties left out, lists in the order that they have. */
final class CanonicalJson {
    private static final String TAGS = "tags";

    private CanonicalJson() {}

    static String of(SdkPojo pojo) {
        StringBuilder out = new StringBuilder();
        write(members(pojo), out);
        return out.toString();
    }

    private static Map<String, Object> members(SdkPojo pojo) {
        Map<String, Object> members = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            String name = field.locationName();
            Object value = meaning(field.getValueOrDefault(pojo));
            if (value != null && !name.equals(TAGS)) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static Object meaning(Object value) {
        Object found =
                switch (value) {
                    case null -> null;
                    case SdkPojo pojo -> members(pojo);
                    case Map<?, ?> map -> {
                        Map<String, Object> sorted = new TreeMap<>();
                        map.forEach((key, item) -> sorted.put(key.toString(), meaning(item)));
                        yield sorted;
                    }
                    case Collection<?> items ->
                        items.stream().map(CanonicalJson::meaning).toList();
                    default -> value;
                };
        boolean empty = (found instanceof Map<?, ?> map && map.isEmpty())
                || (found instanceof Collection<?> items && items.isEmpty());
        return empty ? null : found;
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map -> {
                out.append('{');
                map.forEach((key, item) -> {
                    quote(key.toString(), out);
                    out.append(':');
                    write(item, out);
                    out.append(',');
                });
                out.append('}');
            }
            case Collection<?> items -> {
                out.append('[');
                items.forEach(item -> {
                    write(item, out);
                    out.append(',');
                });
                out.append(']');
            }
            case null -> out.append("null");
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> quote(value.toString(), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
