package dev.fargate.simulator.ecs.stage;

import dev.fargate.simulator.ecs.Pace;
import dev.fargate.simulator.ecs.SimulatorClock;
import dev.fargate.simulator.ecs.Surroundings;
import java.time.Instant;

/** The one stage on which everything of a simulation plays. */
public final class Stage {
    private final Agenda agenda;
    private final Surroundings around;
    private final Ids ids = new Ids();
    private final Sharing sharing = new Sharing();
    private final Misfortune misfortune = new Misfortune();
    private Pace pace;

    public Stage(SimulatorClock clock, Surroundings around, Pace pace) {
        this.agenda = new Agenda(clock);
        this.around = around;
        this.pace = pace;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Instant now() {
        return agenda.now();
    }

    public Surroundings around() {
        return around;
    }

    public Ids ids() {
        return ids;
    }

    public Sharing sharing() {
        return sharing;
    }

    public Misfortune misfortune() {
        return misfortune;
    }

    public Pace pace() {
        return pace;
    }

    public void pace(Pace pace) {
        this.pace = pace;
    }

    /** Whether something created then may still be MISSING in a describe. */
    public boolean hidden(Instant createdAt) {
        return now().isBefore(createdAt.plus(pace.visibility()));
    }
}
