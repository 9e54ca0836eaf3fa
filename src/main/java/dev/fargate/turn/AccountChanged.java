package dev.fargate.turn;

import dev.fargate.engine.Problem;
import java.util.Optional;

/** What was made in one account is not looked for in another: it would seem to be gone, and be made anew or forgotten. */
public final class AccountChanged {
    public static final String REASON = "AccountChanged";

    private AccountChanged() {}

    /**
     * Why a resource does not go on.
     *
     * @param what what was made, with its verb, for example {@code The tasks are}
     * @param recorded the account that it was made in, if anything was
     * @param reached the account that the credentials reach
     * @param otherwise what else can be done than to give the operator its former role
     */
    public static Optional<Problem> of(String what, Optional<String> recorded, String reached, String otherwise) {
        return recorded.filter(account -> !account.equals(reached))
                .map(account -> Problem.stalled(
                        REASON,
                        "%s in account %s, and the credentials now reach account %s. Nothing was changed. Give the operator its former role, or %s."
                                .formatted(what, account, reached, otherwise)));
    }
}
