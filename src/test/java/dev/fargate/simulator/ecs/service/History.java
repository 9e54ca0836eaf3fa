package dev.fargate.simulator.ecs.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The last deployments of a service, newest first, finished ones included. */
final class History {
    private static final int MOST = 20;

    private final Deque<Deployment> deployments = new ArrayDeque<>(2);

    void add(Deployment deployment) {
        if (deployments.size() == MOST) {
            deployments.removeLast();
        }
        deployments.addFirst(deployment);
    }

    /** The service deployments: a rollback is a part of the one that failed. */
    Stream<Deployment> own() {
        return deployments.stream().filter(deployment -> !deployment.rollback);
    }

    Optional<Deployment> find(String digits) {
        return own().filter(deployment -> deployment.digits().equals(digits)).findFirst();
    }

    /** The deployment whose making made this revision. */
    Optional<Deployment> maker(String revision) {
        return own().filter(deployment -> deployment.revision.id().equals(revision))
                .findFirst();
    }

    /** The rollback that followed, if one did. */
    Optional<Deployment> rollbackOf(Deployment failed) {
        Deployment later = null;
        for (Deployment deployment : deployments) {
            if (deployment == failed) {
                return Optional.ofNullable(later).filter(one -> one.rollback);
            }
            later = deployment;
        }
        return Optional.empty();
    }

    Optional<Deployment> before(Deployment deployment) {
        Iterator<Deployment> all = deployments.iterator();
        while (all.hasNext()) {
            if (all.next() == deployment) {
                return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
