package dev.fargate.endpoints;

import dev.fargate.aws.TagChange;
import dev.fargate.aws.VpcEndpoints.Content;
import dev.fargate.aws.VpcEndpoints.Request;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Locale;

/** One step of a plan for endpoints. */
sealed interface EndpointStep extends Step
        permits EndpointStep.Create,
                EndpointStep.Modify,
                EndpointStep.Tag,
                EndpointStep.Await,
                EndpointStep.Delete,
                GroupStep {
    /** Makes an endpoint. */
    record Create(String service, Request request) implements EndpointStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.CREATE,
                    "%s endpoint of %s".formatted(request.type().name().toLowerCase(Locale.ROOT), service));
        }
    }

    /** Changes one in place. */
    record Modify(String service, String id, Content live, Content wanted, List<Difference> differences)
            implements EndpointStep {
        public Modify {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "endpoint %s (%s)".formatted(id, service), differences);
        }
    }

    record Tag(String service, String id, TagChange tags) implements EndpointStep {
        @Override
        public Change change() {
            return Change.ofTags("endpoint %s (%s)".formatted(id, service), tags.put(), tags.remove());
        }
    }

    /** EC2 is at work on it. */
    record Await(String service, String id, String state) implements EndpointStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.WAIT, "endpoint %s (%s), which is %s".formatted(id, service, state));
        }
    }

    record Delete(String service, String id) implements EndpointStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "endpoint %s (%s)".formatted(id, service));
        }
    }
}
