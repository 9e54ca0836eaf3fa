package dev.fargate.simulator.wire;

/** How a service's requests and errors are written on the wire. */
public enum Protocol {
    JSON,
    /** {@code Action=…} in a form, errors in XML. */
    QUERY,
    /** The query protocol with EC2's own envelope for errors. */
    EC2,
    REST_JSON,
    /** Smithy RPC v2; only its path names the operation. */
    CBOR
}
