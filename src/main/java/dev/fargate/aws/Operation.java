package dev.fargate.aws;

/** The calls that are paced by tickets, each in its request bucket (ECS API reference, "Request throttling", unless another is named). */
public enum Operation {
    CREATE_CLUSTER(Category.CLUSTER_MODIFY),
    UPDATE_CLUSTER(Category.CLUSTER_MODIFY),
    PUT_CLUSTER_CAPACITY_PROVIDERS(Category.CLUSTER_MODIFY),
    DELETE_CLUSTER(Category.CLUSTER_MODIFY),
    REGISTER_TASK_DEFINITION(Category.TASK_DEFINITION_MODIFY),
    DEREGISTER_TASK_DEFINITION(Category.TASK_DEFINITION_MODIFY),
    CREATE_SERVICE(Category.SERVICE_MODIFY),
    UPDATE_SERVICE(Category.SERVICE_MODIFY),
    DELETE_SERVICE(Category.SERVICE_MODIFY),
    TAG_RESOURCE(Category.TAG_MODIFY),
    /** One ticket for each task, since that is what Fargate counts. */
    RUN_TASK(Category.FARGATE_LAUNCH),
    STOP_TASK(Category.CLUSTER_RESOURCE_MODIFY),
    LIST_TASKS(Category.CLUSTER_RESOURCE_READ),
    DESCRIBE_TASKS(Category.CLUSTER_RESOURCE_READ),
    CREATE_SCHEDULE(Category.SCHEDULE_MODIFY),
    UPDATE_SCHEDULE(Category.SCHEDULE_MODIFY),
    DELETE_SCHEDULE(Category.SCHEDULE_MODIFY),
    CREATE_SCHEDULE_GROUP(Category.SCHEDULE_GROUP_MODIFY),
    TAG_SCHEDULE_GROUP(Category.SCHEDULE_GROUP_MODIFY),
    DELETE_SCHEDULE_GROUP(Category.SCHEDULE_GROUP_MODIFY),
    CREATE_ROLE(Category.ROLE_MODIFY),
    UPDATE_ROLE_TRUST(Category.ROLE_MODIFY),
    PUT_ROLE_POLICY(Category.ROLE_MODIFY),
    TAG_ROLE(Category.ROLE_MODIFY),
    DELETE_ROLE_POLICY(Category.ROLE_MODIFY),
    ATTACH_ROLE_POLICY(Category.ROLE_MODIFY),
    DETACH_ROLE_POLICY(Category.ROLE_MODIFY),
    DELETE_ROLE(Category.ROLE_MODIFY),
    CREATE_FARGATE_PROFILE(Category.FARGATE_PROFILE_MODIFY),
    DELETE_FARGATE_PROFILE(Category.FARGATE_PROFILE_MODIFY),
    TAG_FARGATE_PROFILE(Category.FARGATE_PROFILE_MODIFY),
    CREATE_VPC_ENDPOINT(Category.EC2_MODIFY),
    MODIFY_VPC_ENDPOINT(Category.EC2_MODIFY),
    DELETE_VPC_ENDPOINTS(Category.EC2_MODIFY),
    TAG_VPC_ENDPOINT(Category.EC2_TAG),
    CHANGE_LOAD_BALANCER(Category.LOAD_BALANCER_MODIFY),
    CHANGE_SECURITY_GROUP(Category.SECURITY_GROUP_MODIFY);

    private final Category category;

    Operation(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** One bucket of the account in a region: how much may come at once, and how much is given back a second. */
    public enum Category {
        CLUSTER_MODIFY(20, 1),
        TASK_DEFINITION_MODIFY(20, 1),
        SERVICE_MODIFY(50, 5),
        SERVICE_READ(100, 20),
        TAG_MODIFY(20, 10),
        /**
         * Tasks, not calls: 100 at once and 20 a second ("AWS Fargate throttling quotas"). But calls of RunTask are limited to 20 at once
         * and 20 a second there, and a call may start one task only; so no more than 20 tasks come at once.
         */
        FARGATE_LAUNCH(20, 20),
        CLUSTER_RESOURCE_MODIFY(100, 40),
        CLUSTER_RESOURCE_READ(100, 20),
        /** In the smaller regions; the large ones have twenty times as much (EventBridge Scheduler quotas). */
        SCHEDULE_MODIFY(250, 250),
        SCHEDULE_GROUP_MODIFY(10, 10),
        /** AWS publishes no rate for IAM. */
        ROLE_MODIFY(20, 5),
        /** EKS publishes no limits; one operation at a time in each cluster keeps us far below this. */
        FARGATE_PROFILE_MODIFY(20, 1),
        /** What EC2 lists for calls of its own that it does not name otherwise (EC2 developer guide, "Request throttling"). */
        EC2_MODIFY(50, 5),
        EC2_TAG(100, 10),
        /** ELB publishes no rate. */
        LOAD_BALANCER_MODIFY(20, 5),
        /** EC2 counts each action by itself (EC2 developer guide, "Request throttling"); one bucket for all of them is on the safe side. */
        SECURITY_GROUP_MODIFY(20, 5);

        private final int burst;
        private final int refillPerSecond;

        Category(int burst, int refillPerSecond) {
            this.burst = burst;
            this.refillPerSecond = refillPerSecond;
        }

        public int burst() {
            return burst;
        }

        public int refillPerSecond() {
            return refillPerSecond;
        }
    }
}
