package dev.fargate.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionNames;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a definition keeps what an earlier one promised: whoever wrote a manifest for that, or holds objects of it, need not change
 * them. Rules in CEL are not judged here: the manifests that must be accepted hold them.
 */
final class Promised {
    private final List<String> broken = new ArrayList<>();

    private Promised() {}

    /** What is no longer kept, each as path and reason. */
    static List<String> broken(CustomResourceDefinition before, CustomResourceDefinition now) {
        Promised promised = new Promised();
        promised.names(before, now);
        promised.schema("", Schemas.root(before), Schemas.root(now));
        return promised.broken;
    }

    private void names(CustomResourceDefinition before, CustomResourceDefinition now) {
        CustomResourceDefinitionNames old = before.getSpec().getNames();
        CustomResourceDefinitionNames names = now.getSpec().getNames();
        same("scope", before.getSpec().getScope(), now.getSpec().getScope());
        same("kind", old.getKind(), names.getKind());
        same("plural", old.getPlural(), names.getPlural());
        kept("short names", old.getShortNames(), names.getShortNames());
        kept("categories", old.getCategories(), names.getCategories());
        kept("served versions", served(before), served(now));
        Object scale = before.getSpec().getVersions().getFirst().getSubresources();
        same("subresources", scale, now.getSpec().getVersions().getFirst().getSubresources());
    }

    private static List<String> served(CustomResourceDefinition crd) {
        return crd.getSpec().getVersions().stream()
                .filter(CustomResourceDefinitionVersion::getServed)
                .map(CustomResourceDefinitionVersion::getName)
                .toList();
    }

    private void schema(String path, JSONSchemaProps before, JSONSchemaProps now) {
        same(path + ": type", before.getType(), now.getType());
        same(path + ": list type", before.getXKubernetesListType(), now.getXKubernetesListType());
        same(path + ": list keys", before.getXKubernetesListMapKeys(), now.getXKubernetesListMapKeys());
        accepted(path, before, now);
        least(path + ": minimum", before.getMinimum(), now.getMinimum());
        least(path + ": minLength", before.getMinLength(), now.getMinLength());
        least(path + ": minItems", before.getMinItems(), now.getMinItems());
        least(path + ": minProperties", before.getMinProperties(), now.getMinProperties());
        most(path + ": maximum", before.getMaximum(), now.getMaximum());
        most(path + ": maxLength", before.getMaxLength(), now.getMaxLength());
        most(path + ": maxItems", before.getMaxItems(), now.getMaxItems());
        most(path + ": maxProperties", before.getMaxProperties(), now.getMaxProperties());
        for (String required : Schemas.required(now)) {
            check(Schemas.required(before).contains(required), below(path, required) + ": has become required");
        }
        children(path, before, now);
    }

    private void children(String path, JSONSchemaProps before, JSONSchemaProps now) {
        Schemas.children(before).forEach((step, child) -> {
            String at = step.length() == 2 ? path + step : below(path, step);
            JSONSchemaProps still = Schemas.children(now).get(step);
            if (still == null) {
                broken.add(at + ": is gone");
            } else {
                schema(at, child, still);
            }
        });
    }

    /** A value or a text that was accepted still is; another pattern may be a wider one, but that is for a person to see. */
    private void accepted(String path, JSONSchemaProps before, JSONSchemaProps now) {
        if (now.getEnum() != null && !now.getEnum().isEmpty()) {
            check(
                    before.getEnum() != null && !before.getEnum().isEmpty(),
                    path + ": takes no longer any value, but " + now.getEnum());
            kept(path + ": values", before.getEnum(), now.getEnum());
        }
        if (now.getPattern() != null) {
            same(path + ": pattern", before.getPattern(), now.getPattern());
        }
        if (now.getFormat() != null) {
            same(path + ": format", before.getFormat(), now.getFormat());
        }
    }

    private void least(String what, Number before, Number now) {
        check(now == null || (before != null && now.doubleValue() <= before.doubleValue()), changed(what, before, now));
    }

    private void most(String what, Number before, Number now) {
        check(now == null || (before != null && now.doubleValue() >= before.doubleValue()), changed(what, before, now));
    }

    private void same(String what, Object before, Object now) {
        check(Objects.equals(before, now), changed(what, before, now));
    }

    private <T> void kept(String what, List<T> before, List<T> now) {
        List<T> gone = Stream.ofNullable(before)
                .flatMap(List::stream)
                .filter(value -> !now.contains(value))
                .toList();
        check(gone.isEmpty(), what + ": lost " + gone);
    }

    private void check(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    private static String changed(String what, Object before, Object now) {
        return "%s: was %s, is %s".formatted(what, before, now);
    }

    private static String below(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
