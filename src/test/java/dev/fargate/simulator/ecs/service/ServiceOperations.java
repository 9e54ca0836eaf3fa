package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.CapacityStrategy;
import dev.fargate.simulator.ecs.taskdefinition.Families;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinition;
import dev.fargate.simulator.ecs.wire.Description;
import dev.fargate.simulator.ecs.wire.Page;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on services. */
public final class ServiceOperations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int LONGEST_TOKEN = 36;
    private static final int MOST_DESCRIBED = 10;
    private static final int USUAL_PAGE = 10;

    private final Stage stage;
    private final Families families;
    private final Scheduler scheduler;
    private final Settings settings;
    private final ServiceRules rules;

    public ServiceOperations(Stage stage, Families families, Scheduler scheduler) {
        this.stage = stage;
        this.families = families;
        this.scheduler = scheduler;
        this.settings = new Settings(stage.sharing());
        this.rules = new ServiceRules(stage.around());
    }

    public ObjectNode create(Request request, ServiceHome home) {
        String name = request.text("serviceName", "");
        if (!NAME.matcher(name).matches()) {
            throw AwsFault.invalidParameter("Service name is not valid: " + name);
        }
        if (request.text("clientToken", "").length() > LONGEST_TOKEN) {
            throw AwsFault.invalidParameter("clientToken can have at most 36 characters.");
        }
        long print = print(request);
        Optional<Service> earlier = home.services().find(name);
        if (earlier.filter(service -> service.status == Service.Status.DRAINING).isPresent()) {
            throw AwsFault.invalidParameter("Unable to Start a service that is still Draining.");
        }
        if (earlier.filter(Service::active).isPresent()) {
            Service same = earlier.orElseThrow();
            // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
            if (same.requestPrint != print) {
                throw AwsFault.invalidParameter("Creation of service was not idempotent.");
            }
            return reply(same);
        }
        int desiredCount = ServiceRules.desiredCount(request);
        TaskDefinition definition = definition(request, Optional.empty());
        Revision revision = new Revision(stage.ids().digits(), definition, settings.revision(request, home.strategy()));
        JsonNode conduct = settings.conduct(request);
        CapacityStrategy.check(revision.at("capacityProviderStrategy"), home.providers());
        rules.check(request.call(), revision, conduct);
        Tags tags = Tags.of(request.at("tags"));

        Service service = new Service(request.realm(), home, name, stage.now(), tags);
        service.conduct = conduct;
        service.desiredCount = desiredCount;
        service.requestPrint = print;
        home.services().put(service);
        scheduler.deploy(service, revision);
        // Only CreateService answers with tags without being asked for them.
        ObjectNode reply = reply(service);
        ((ObjectNode) reply.path("service")).set("tags", tags.view());
        return reply;
    }

    public ObjectNode update(Request request, ServiceHome home) {
        Service service = active(request, home);
        Revision old = service.shown;
        ObjectNode changed = settings.revision(request, old.settings());
        Revision revision =
                new Revision(stage.ids().digits(), definition(request, Optional.of(old.definition())), changed);
        JsonNode conduct = settings.conduct(request, service.conduct);
        boolean force = request.flag("forceNewDeployment");
        if (!changed.path("capacityProviderStrategy").equals(old.at("capacityProviderStrategy"))) {
            if (!force) {
                // https://github.com/pipe-cd/pipecd/pull/6385 quotes AWS.
                throw AwsFault.invalidParameter("When switching from launch type to capacity provider strategy on an"
                        + " existing service, or making a change to a capacity provider strategy on a service that is"
                        + " already using one, you must force a new deployment.");
            }
            CapacityStrategy.check(changed.path("capacityProviderStrategy"), home.providers());
        }
        int desiredCount = request.integer("desiredCount").orElse(service.desiredCount);
        if (desiredCount < 0) {
            throw AwsFault.invalidParameter("desiredCount should be greater than or equal to 0.");
        }
        rules.check(request.call(), revision, conduct);

        service.desiredCount = desiredCount;
        service.conduct = conduct;
        boolean other = revision.definition() != old.definition() || !changed.equals(old.settings());
        if (other || force) {
            scheduler.deploy(service, revision);
        } else {
            scheduler.reconcile(service);
        }
        return reply(service);
    }

    public ObjectNode delete(Request request, ServiceHome home) {
        Service service = find(request, home).orElseThrow(ServiceOperations::notFound);
        if (service.status == Service.Status.INACTIVE) {
            throw notFound();
        }
        if (service.desiredCount > 0 && !request.flag("force")) {
            throw AwsFault.invalidParameter("The service cannot be stopped while it is scaled above 0.");
        }
        scheduler.drain(service, home.services());
        return reply(service);
    }

    public ObjectNode describe(Request request, ServiceHome home) {
        return Description.of(
                "services",
                request.texts("services"),
                MOST_DESCRIBED,
                name -> {
                    checkCluster(name, home);
                    return home.services()
                            .find(name)
                            .filter(service -> !stage.hidden(service.createdAt))
                            .map(service -> ServiceView.of(
                                    service,
                                    request.includes("TAGS"),
                                    stage.misfortune().eventsFull()));
                },
                name -> arn(request, home, name));
    }

    public ObjectNode list(Request request, ServiceHome home) {
        // INACTIVE services are not listed; DRAINING ones are.
        return Page.of(
                request,
                "serviceArns",
                USUAL_PAGE,
                last -> home.services()
                        .after(last)
                        .filter(service -> service.status != Service.Status.INACTIVE)
                        .filter(service -> !stage.hidden(service.createdAt))
                        .map(Service::name),
                name -> arn(request, home, name));
    }

    private Service active(Request request, ServiceHome home) {
        Service service = find(request, home).orElseThrow(ServiceOperations::notFound);
        if (!service.active()) {
            throw new AwsFault(400, "ServiceNotActiveException", "Service was not ACTIVE.");
        }
        return service;
    }

    private static Optional<Service> find(Request request, ServiceHome home) {
        String name = request.text("service", "");
        checkCluster(name, home);
        return home.services().find(name);
    }

    /** A full ARN names its cluster, and must name the one the request is about. */
    private static void checkCluster(String reference, ServiceHome home) {
        String[] parts = reference.split("/", -1);
        if (reference.startsWith("arn:") && parts.length == 3 && !parts[1].equals(home.cluster())) {
            throw AwsFault.invalidParameter("Invalid identifier: Identifier is for cluster " + parts[1]
                    + ". Your cluster is " + home.cluster());
        }
    }

    /** The definition a request names; one that is INACTIVE may stay, but not be taken anew. */
    private TaskDefinition definition(Request request, Optional<TaskDefinition> current) {
        Optional<String> named = request.text("taskDefinition");
        if (named.isEmpty()) {
            return current.orElseThrow(() -> AwsFault.invalidParameter("TaskDefinition can not be blank."));
        }
        TaskDefinition found =
                families.find(named.orElseThrow()).orElseThrow(() -> AwsFault.client("TaskDefinition not found."));
        boolean stays = current.filter(found::equals).isPresent();
        if (found.status() != TaskDefinition.Status.ACTIVE && !stays) {
            throw AwsFault.client("TaskDefinition is inactive");
        }
        return found;
    }

    private static String arn(Request request, ServiceHome home, String name) {
        return name.startsWith("arn:") ? name : request.realm().arn("service/" + home.cluster() + "/" + name);
    }

    /** Tells two requests apart, whatever the order of their members. */
    private static long print(Request request) {
        return ((long) request.body().hashCode() << 32)
                ^ request.body().toString().length();
    }

    private ObjectNode reply(Service service) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        return reply.set(
                "service", ServiceView.of(service, false, stage.misfortune().eventsFull()));
    }

    private static AwsFault notFound() {
        return new AwsFault(400, "ServiceNotFoundException", "Service not found.");
    }
}
