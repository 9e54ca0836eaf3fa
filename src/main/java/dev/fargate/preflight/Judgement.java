package dev.fargate.preflight;

import dev.fargate.aws.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Judges subjects of one scope again and again, and asks for what the checks missed, until they miss nothing. */
record Judgement(Answers.Round round, Supplier<Surroundings> aws, InstantSource time) {

    Map<String, Verdict> of(Map<String, Subject> subjects) {
        while (true) {
            Instant now = time.instant();
            Map<String, Verdict> judged = new LinkedHashMap<>();
            subjects.forEach(
                    (owner, subject) -> judged.put(owner, new Verdict(subject.hash(), now, Checks.of(subject, round))));
            if (round.isComplete()) {
                return judged;
            }
            round.ask(aws.get(), now);
        }
    }
}
