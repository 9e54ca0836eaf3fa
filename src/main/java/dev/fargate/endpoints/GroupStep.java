package dev.fargate.endpoints;

import dev.fargate.aws.Openings;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One step of a plan for the security group of endpoints. */
sealed interface GroupStep extends EndpointStep {

    record Create(String vpcId, String name, Set<Opening> openings, Map<String, String> tags) implements GroupStep {
        public Create {
            openings = Set.copyOf(openings);
            tags = Map.copyOf(tags);
        }

        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "security group " + name);
        }
    }

    record Modify(String id, Set<Opening> live, Set<Opening> wanted, TagChange tags) implements GroupStep {
        public Modify {
            live = Set.copyOf(live);
            wanted = Set.copyOf(wanted);
        }

        Openings openings() {
            return Openings.between(live, wanted);
        }

        @Override
        public Change change() {
            List<Difference> differences = new ArrayList<>();
            if (!openings().isEmpty()) {
                differences.add(new Difference("allowedSources", text(wanted), text(live)));
            }
            differences.addAll(Change.ofTags(id, tags.put(), tags.remove()).differences());
            return new Change(Change.Verb.UPDATE, "security group " + id, differences);
        }

        private static String text(Set<Opening> openings) {
            return openings.isEmpty()
                    ? "none"
                    : openings.stream().map(Opening::toString).sorted().collect(Collectors.joining(", "));
        }
    }

    /** Refused while a network interface has it, or a rule of another group names it. */
    record Delete(String id) implements GroupStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "security group " + id);
        }
    }
}
