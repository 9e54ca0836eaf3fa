package dev.fargate.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A run that recurs, with the meaning of a Kubernetes CronJob. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateSchedule")
@Plural("fargateschedules")
@ShortNames("fsch")
@ValidationRule(value = ScheduleRules.NAME, message = ScheduleRules.NAME_SAYS)
@AdditionalPrinterColumn(name = "SCHEDULE", jsonPath = ".spec.schedule")
@AdditionalPrinterColumn(name = "REASON", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "SUSPEND", jsonPath = ".spec.suspend", type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(name = "ACTIVE", jsonPath = ".status.active", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "LAST RUN", jsonPath = ".status.lastRunTime", type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "NEXT RUN", jsonPath = ".status.nextRunTime")
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY, priority = 1)
@AdditionalPrinterColumn(name = "TIME ZONE", jsonPath = ".spec.timeZone", priority = 1)
@AdditionalPrinterColumn(name = "STARTED BY", jsonPath = ".status.startedBy", priority = 1)
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateSchedule extends CustomResource<FargateScheduleSpec, FargateScheduleStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateScheduleStatus status) {
        super.setStatus(Observed.written(status));
    }
}
