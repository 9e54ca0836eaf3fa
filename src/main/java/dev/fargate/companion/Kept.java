package dev.fargate.companion;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The companions that a status has on record, in the order in which they are made. */
public record Kept(List<CompanionStatus> companions) {
    private static final Comparator<CompanionStatus> ORDER =
            Comparator.comparing(CompanionStatus::kind).thenComparing(CompanionStatus::name);

    public Kept {
        companions = companions.stream().sorted(ORDER).toList();
    }

    public Optional<String> id(CompanionKind kind, String name) {
        return find(kind, name).map(CompanionStatus::id);
    }

    boolean has(Companion companion) {
        return find(companion.kind(), companion.name()).isPresent();
    }

    private Optional<CompanionStatus> find(CompanionKind kind, String name) {
        return companions.stream()
                .filter(known -> known.kind() == kind && known.name().equals(name))
                .findFirst();
    }

    /** With these on record, too; an id that is known stays. */
    Kept intending(List<? extends Companion> wanted) {
        return new Kept(Stream.concat(
                        companions.stream(),
                        wanted.stream()
                                .filter(companion -> !has(companion))
                                .map(companion -> new CompanionStatus(companion.kind(), companion.name(), null)))
                .toList());
    }

    Kept with(Companion companion, Optional<String> id) {
        CompanionStatus now = new CompanionStatus(companion.kind(), companion.name(), id.orElse(null));
        return new Kept(Stream.concat(others(now), Stream.of(now)).toList());
    }

    Kept without(CompanionStatus gone) {
        return new Kept(others(gone).toList());
    }

    private Stream<CompanionStatus> others(CompanionStatus one) {
        return companions.stream().filter(known -> ORDER.compare(known, one) != 0);
    }

    /** Those that nobody wants any more, the last made first. */
    public List<CompanionStatus> beyond(List<? extends Companion> wanted) {
        return companions.stream()
                .filter(known -> wanted.stream()
                        .noneMatch(companion -> companion.kind() == known.kind()
                                && companion.name().equals(known.name())))
                .toList()
                .reversed();
    }
}
