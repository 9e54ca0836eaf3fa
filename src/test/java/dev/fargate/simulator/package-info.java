/**
 * AWS for tests, the local environment and the bench: one process, one port on the loopback interface.
 *
 * <p>Calls to ECS and EventBridge Scheduler are answered here, all others by moto behind filters. The process imports no class of the product and the
 * product knows nothing of it. {@link dev.fargate.simulator.SimulatorProcess} starts one for a test, {@link
 * dev.fargate.simulator.SimulatorClient} is its control API in Java, {@link dev.fargate.simulator.Simulator} its main class.
 *
 * <h2>Control API</h2>
 *
 * JSON under {@code /_simulator/}; a refusal is a status of 400 or more and {@code {"error": "…"}}.
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><td>{@code GET health}</td><td>200 as soon as calls are answered</td></tr>
 * <tr><td>{@code GET counts}</td><td>calls by service, operation and outcome (OK, THROTTLED, DENIED, ERROR, LOST), and how
 *     many things the calls that take lists asked for</td></tr>
 * <tr><td>{@code DELETE counts}</td><td>forgets counts and calls</td></tr>
 * <tr><td>{@code GET calls?service=&operation=&after=&requests=true}</td><td>the latest 20,000 calls in order of arrival;
 *     {@code after} is a call's number; requests only when asked for</td></tr>
 * <tr><td>{@code GET clock}, {@code POST clock {"advance": "PT1M"}}</td><td>the simulated time; advancing lets everything
 *     happen that is due, runs of schedules each at its time, under a real clock too</td></tr>
 * <tr><td>{@code GET|POST|DELETE faults}, {@code DELETE faults/ID}, {@code POST faults/ID/release}</td><td>{@link
 *     dev.fargate.simulator.fault.Fault}s in force; POST answers {@code {"id": 1}}; a fault that ends lets go of the calls
 *     it holds</td></tr>
 * <tr><td>{@code GET limits}, {@code PUT limits {"mode": "aws"|"none"}}, {@code DELETE limits}</td><td>use of ECS's request
 *     buckets; on or off; full again</td></tr>
 * <tr><td>{@code GET|DELETE violations}</td><td>what the model forbids and was let through: unknown members of requests,
 *     anything wrong in replies, calls that moto does not implement</td></tr>
 * <tr><td>{@code POST ecs {…}}</td><td>what happens to ECS from outside, see {@link
 *     dev.fargate.simulator.ecs.control.Controls}</td></tr>
 * <tr><td>{@code GET dump?account=&region=}</td><td>everything in ECS and EventBridge Scheduler, and moto's own listings for one place</td></tr>
 * <tr><td>{@code GET|DELETE events}</td><td>the latest 10,000 events of ECS; they also go to the queues of
 *     moto's event rules</td></tr>
 * <tr><td>{@code PUT events/delivery {"copies": 3, "shuffled": true, "lost": false}}</td><td>how events come to those
 *     queues from now on, see {@link dev.fargate.simulator.bus.Delivery}</td></tr>
 * <tr><td>{@code POST reset}</td><td>a new, empty AWS; only time, and whether limits are on, stays</td></tr>
 * </table>
 *
 * <h2>Faults</h2>
 *
 * <pre>{@code
 * {"match": {"service": "ecs", "operation": "CreateService", "accountId": …, "region": …, "contains": "web"},
 *  "schedule": {"nth": 2, "count": 1, "probability": 0.3, "seed": 42},
 *  "effect": {"type": "kill", "pid": 4711, "when": "AFTER"}}
 * }</pre>
 *
 * Effects: {@code throttle} (disguise THROTTLING, CLIENT_EXCEPTION, INVALID_PARAMETER, REQUEST_LIMIT), {@code fail}
 * (status, code, message; by default a 500), {@code deny}, {@code latency} (delay {@code PT0.2S}), {@code drop} (when
 * BEFORE: lost request; AFTER: lost reply), {@code distort} (damage EMPTY, PARTIAL), {@code answer} (status, contentType,
 * body), {@code hold} (when), {@code kill} (pid, when). An outage is a drop BEFORE of everything. Services go by their
 * signing names: {@code ecs}, {@code ec2}, {@code elasticloadbalancing}, {@code sts}, {@code logs} ….
 */
package dev.fargate.simulator;
