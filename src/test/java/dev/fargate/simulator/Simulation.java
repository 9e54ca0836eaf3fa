package dev.fargate.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.fargate.simulator.bus.EventFeed;
import dev.fargate.simulator.ecs.EcsSimulation;
import dev.fargate.simulator.ecs.Pace;
import dev.fargate.simulator.fault.Faults;
import dev.fargate.simulator.journal.Journal;
import dev.fargate.simulator.limit.RequestLimits;
import dev.fargate.simulator.model.Violations;
import dev.fargate.simulator.moto.AssumedRoles;
import dev.fargate.simulator.moto.EksClusters;
import dev.fargate.simulator.moto.EndpointOffers;
import dev.fargate.simulator.moto.FargateProfiles;
import dev.fargate.simulator.moto.LoadBalancersInTime;
import dev.fargate.simulator.moto.MotoCalls;
import dev.fargate.simulator.moto.MotoDoor;
import dev.fargate.simulator.moto.MotoListing;
import dev.fargate.simulator.moto.MotoSurroundings;
import dev.fargate.simulator.moto.Neighbours;
import dev.fargate.simulator.moto.Place;
import dev.fargate.simulator.moto.RecentlyDeletedQueues;
import dev.fargate.simulator.moto.SchedulerSurroundings;
import dev.fargate.simulator.moto.SecurityGroupsInUse;
import dev.fargate.simulator.moto.TargetHealth;
import dev.fargate.simulator.moto.UnknownOperations;
import dev.fargate.simulator.moto.Upstream;
import dev.fargate.simulator.moto.VpcEndpointsInTime;
import dev.fargate.simulator.scheduler.SchedulerSimulation;
import dev.fargate.simulator.time.SteppedClock;
import dev.fargate.simulator.wire.Accounts;
import dev.fargate.simulator.wire.Received;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One simulated AWS: ECS, EventBridge Scheduler, moto, their time, and what is written down about them. */
public final class Simulation {
    private final Violations violations = new Violations();
    private final Faults faults = new Faults();
    private final Accounts accounts = new Accounts();
    private final AtomicReference<EcsSimulation> ecs = new AtomicReference<>();
    private final AtomicReference<SchedulerSimulation> scheduler = new AtomicReference<>();
    private final SteppedClock clock;
    private final Journal journal;
    private final RequestLimits limits;
    private final Pace pace;
    private final Place home;
    private final Upstream upstream;
    private final MotoListing listing;
    private final EventFeed events;
    private final Neighbours neighbours;
    private final MotoSurroundings surroundings;
    private final SchedulerSurroundings aroundScheduler;
    private final RecentlyDeletedQueues deletedQueues;
    private final FargateProfiles profiles;
    private final VpcEndpointsInTime endpoints;
    private final LoadBalancersInTime balancers;
    private final MotoDoor moto;

    Simulation(SimulatorOptions options) {
        this.clock = options.clock == SimulatorOptions.ClockMode.REAL ? SteppedClock.real() : SteppedClock.virtual();
        this.journal =
                new Journal(options.keepRequests == SimulatorOptions.Switch.ON, options.actions, options.actionsOf);
        this.limits = new RequestLimits(options.limits == SimulatorOptions.LimitMode.AWS, System::nanoTime);
        this.pace = Pace.ofRollout(options.rollout);
        this.home = options.home();
        this.upstream = new Upstream(options.upstream);
        MotoCalls calls = new MotoCalls(upstream);
        this.listing = new MotoListing(calls);
        this.events = new EventFeed(calls);
        this.neighbours = new Neighbours(calls);
        this.surroundings = new MotoSurroundings(calls, neighbours, events);
        this.aroundScheduler = new SchedulerSurroundings(ecs::get, neighbours, calls);
        this.deletedQueues = new RecentlyDeletedQueues(clock::now);
        this.profiles = new FargateProfiles(upstream, clock::now, options.rollout.dividedBy(5));
        this.endpoints = new VpcEndpointsInTime(upstream, clock::now, options.rollout.dividedBy(5));
        this.balancers = new LoadBalancersInTime(clock::now, options.rollout.dividedBy(5));
        this.moto = new MotoDoor(
                upstream,
                List.of(
                        new UnknownOperations(violations),
                        new AssumedRoles(accounts),
                        new SecurityGroupsInUse(calls, this::usedByTasks),
                        new TargetHealth(this::failingTargets),
                        deletedQueues,
                        profiles,
                        endpoints,
                        new EndpointOffers(),
                        balancers,
                        new EksClusters(neighbours),
                        neighbours,
                        events));
        begin();
    }

    private void begin() {
        ecs.set(new EcsSimulation(clock, surroundings, pace));
        scheduler.set(new SchedulerSimulation(clock, aroundScheduler));
    }

    /** Moves time on, and everything that happens meanwhile, each at its time. */
    public void advance(Duration step) {
        Instant target = clock.now().plus(step);
        for (Optional<Instant> next = scheduled(target); next.isPresent(); next = scheduled(target)) {
            advanceTo(next.get());
        }
        advanceTo(target);
    }

    private Optional<Instant> scheduled(Instant target) {
        return scheduler.get().next().filter(next -> !next.isAfter(target));
    }

    private void advanceTo(Instant time) {
        Duration step = Duration.between(clock.now(), time);
        clock.advance(step.isNegative() ? Duration.ZERO : step);
        settle();
    }

    /** Brings ECS and its schedules up to now, and moto up to them. */
    public void settle() {
        ecs.get().settle();
        scheduler.get().settle();
        surroundings.deliver();
        aroundScheduler.deliver();
    }

    /** A new, empty AWS; only the clock goes on. */
    public void reset() {
        faults.clear();
        upstream.pass(new Received("POST", URI.create("/moto-api/reset"), new Headers(), new byte[0]));
        neighbours.invalidate();
        events.clear();
        deletedQueues.forget();
        profiles.forget();
        endpoints.forget();
        balancers.forget();
        accounts.forget();
        limits.reset();
        violations.clear();
        journal.reset();
        begin();
    }

    /** Does to ECS what somebody else would, in this simulator's region unless the command names another. */
    public void control(ObjectNode command) {
        if (!command.has("region")) {
            command.put("region", home.region());
        }
        ecs.get().control(command);
    }

    private boolean usedByTasks(Place place, String securityGroup) {
        return ecs.get().usesSecurityGroup(place.accountId(), place.region(), securityGroup);
    }

    private Set<String> failingTargets(Place place) {
        return ecs.get().failingTargets(place.accountId(), place.region());
    }

    /** What is in moto, after everything that ECS has told it. */
    public ObjectNode listMoto(String accountId, String region) {
        settle();
        return listing.list(new Place(
                Optional.ofNullable(accountId).orElse(home.accountId()),
                Optional.ofNullable(region).orElse(home.region())));
    }

    public EcsSimulation ecs() {
        return ecs.get();
    }

    public SchedulerSimulation scheduler() {
        return scheduler.get();
    }

    public SteppedClock clock() {
        return clock;
    }

    public Journal journal() {
        return journal;
    }

    public Violations violations() {
        return violations;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLimits limits() {
        return limits;
    }

    public EventFeed events() {
        return events;
    }

    Accounts accounts() {
        return accounts;
    }

    MotoDoor moto() {
        return moto;
    }

    Upstream upstream() {
        return upstream;
    }
}
