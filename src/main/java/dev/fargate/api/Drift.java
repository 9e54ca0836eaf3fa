package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/** One field that AWS holds otherwise than the spec asks; values of environment, secrets and command read "changed". */
@JsonInclude(Include.NON_EMPTY)
public record Drift(String path, String desired, String live) {}
