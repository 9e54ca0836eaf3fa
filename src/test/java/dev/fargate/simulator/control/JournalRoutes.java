package dev.fargate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.simulator.journal.Journal;
import dev.fargate.simulator.model.Violations;
import dev.fargate.simulator.wire.Json;
import java.util.List;
import java.util.function.Predicate;

/** What was called, and what was wrong with it. */
final class JournalRoutes {
    private JournalRoutes() {}

    static List<Route> of(Journal journal, Violations violations) {
        return List.of(
                Route.answering("GET", "counts", _ -> journal.counts()),
                Route.doing("DELETE", "counts", _ -> journal.reset()),
                Route.answering("GET", "calls", request -> calls(journal, request)),
                Route.answering("GET", "violations", _ -> Json.object().set("violations", tree(violations.list()))),
                Route.doing("DELETE", "violations", _ -> violations.clear()));
    }

    private static JsonNode calls(Journal journal, ControlRequest request) {
        String service = request.query().getOrDefault("service", "");
        String operation = request.query().getOrDefault("operation", "");
        long after = Long.parseLong(request.query().getOrDefault("after", "0"));
        Predicate<CallRecord> filter = call -> call.number() > after
                && (service.isEmpty() || service.equals(call.service()))
                && (operation.isEmpty() || operation.equals(call.operation()));
        return Json.object().set("calls", tree(journal.calls(filter, request.flag("requests"))));
    }

    private static JsonNode tree(List<?> values) {
        return Json.MAPPER.valueToTree(values);
    }
}
