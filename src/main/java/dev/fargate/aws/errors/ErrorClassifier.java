package dev.fargate.aws.errors;

import dev.fargate.aws.ErrorClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The class of a refused call. A code that says what happened decides. Where the code says nothing ({@code ClientException},
 * {@code InvalidParameterException}), AWS's words do; then the shape of the code; then the HTTP status.
 */
public final class ErrorClassifier {
    private static final int THROTTLED_STATUS = 429;
    private static final Set<Integer> DENIED_STATUS = Set.of(401, 403);

    private static final Map<String, ErrorClass> CODES = codes();

    /** Codes of ECS and EC2 under which AWS reports many different things. */
    private static final Set<String> VAGUE = Set.of(
            "ClientException",
            "InvalidParameter",
            "InvalidParameterException",
            "InvalidParameterValue",
            "InvalidParameterCombination",
            "InvalidRequestException",
            "ServerException",
            "ValidationError",
            "ValidationException");

    private static final Map<Pattern, ErrorClass> WORDS = words();
    private static final Map<Pattern, ErrorClass> SHAPES = shapes();

    private ErrorClassifier() {}

    /**
     * The class of a reply that refuses.
     *
     * @param status HTTP status
     * @param code AWS's error code, empty if there was none
     * @param message AWS's words, empty if there were none
     */
    public static ErrorClass of(int status, String code, String message) {
        return Optional.ofNullable(CODES.get(code))
                .or(() -> code.isEmpty() || VAGUE.contains(code) ? first(WORDS, message) : Optional.empty())
                .or(() -> first(SHAPES, code))
                .orElseGet(() -> ofStatus(status));
    }

    private static ErrorClass ofStatus(int status) {
        if (status == THROTTLED_STATUS) {
            return ErrorClass.THROTTLED;
        }
        if (DENIED_STATUS.contains(status)) {
            return ErrorClass.DENIED;
        }
        return status >= 400 && status < 500 ? ErrorClass.INVALID : ErrorClass.TRANSIENT;
    }

    private static Optional<ErrorClass> first(Map<Pattern, ErrorClass> patterns, String text) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, ErrorClass> codes() {
        Map<ErrorClass, Set<String>> byClass = Map.of(
                ErrorClass.THROTTLED,
                Set.of(
                        "BandwidthLimitExceeded",
                        "EC2ThrottledException",
                        "PriorRequestNotComplete",
                        "RequestLimitExceeded",
                        "RequestThrottled",
                        "RequestThrottledException",
                        "SlowDown",
                        "Throttling",
                        "ThrottledException",
                        "ThrottlingException",
                        "TooManyRequestsException"),
                ErrorClass.TRANSIENT,
                Set.of(
                        "ExpiredToken",
                        "ExpiredTokenException",
                        "IDPCommunicationError",
                        "InternalError",
                        "InternalFailure",
                        // A queue of that name was deleted less than a minute ago (SQS API reference, CreateQueue).
                        "AWS.SimpleQueueService.QueueDeletedRecently",
                        "QueueDeletedRecently",
                        "RequestExpired",
                        "RequestTimeTooSkewed",
                        "RequestTimeout",
                        "RequestTimeoutException",
                        "ServiceUnavailable",
                        "ServiceUnavailableException",
                        "Unavailable"),
                ErrorClass.DENIED,
                Set.of(
                        "AccessDenied",
                        "AccessDeniedException",
                        "AuthFailure",
                        "BlockedException",
                        "IncompleteSignature",
                        "InvalidClientTokenId",
                        "InvalidIdentityToken",
                        "InvalidSignatureException",
                        "MissingAuthenticationToken",
                        "OptInRequired",
                        "RegionDisabledException",
                        "SignatureDoesNotMatch",
                        "UnauthorizedException",
                        "UnauthorizedOperation",
                        "UnrecognizedClientException"),
                ErrorClass.CONFLICT,
                Set.of(
                        "AWS.SimpleQueueService.QueueNameExists",
                        "ConcurrentModification",
                        "ConcurrentModificationException",
                        "ConflictException",
                        "DeleteConflict",
                        "DependencyViolation",
                        "DuplicateListener",
                        "DuplicateLoadBalancerName",
                        "IncorrectState",
                        "OperationAbortedException",
                        "QueueAlreadyExists",
                        "QueueNameExists",
                        "ResourceInUse",
                        "ResourceInUseException",
                        "ServiceNotActiveException",
                        "UpdateInProgressException"),
                ErrorClass.MISSING,
                Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist", "QueueDoesNotExistException"));
        Map<String, ErrorClass> codes = new LinkedHashMap<>();
        byClass.forEach((errorClass, names) -> names.forEach(name -> codes.put(name, errorClass)));
        return Map.copyOf(codes);
    }

    private static Map<Pattern, ErrorClass> words() {
        Map<Pattern, ErrorClass> words = new LinkedHashMap<>();
        words.put(
                text("rate exceeded|\\bthrottl(ed|ing)\\b|too many requests|request limit exceeded"),
                ErrorClass.THROTTLED);
        // A role that IAM does not show everywhere yet looks like a wrong one; so does ECS's own role on its first use
        // in an account.
        words.put(
                text("unable to assume the service linked role"
                        + "|service linked role exists"
                        + "|was unable to assume (the )?role"
                        + "|must allow aws eventbridge scheduler to assume the role"
                        + "|verify that the ecs service role being passed has the proper permissions"
                        + "|internal (service )?error"),
                ErrorClass.TRANSIENT);
        words.put(text("not authorized to perform|unauthorizedoperation|access denied"), ErrorClass.DENIED);
        words.put(text("maximum (number|limit) (of|for)|limit exceeded|quota|reached the limit"), ErrorClass.DENIED);
        words.put(
                text("creation of service was not idempotent|still draining|already exists|is in use|update in progress"
                        // The private name of an endpoint outlives it for a while.
                        + "|already a conflicting dns domain"),
                ErrorClass.CONFLICT);
        words.put(
                text("unable to describe task definition"
                        + "|task ?definition (not found|is inactive|does not exist)"
                        + "|^(service|cluster) not found"),
                ErrorClass.MISSING);
        return words;
    }

    private static Map<Pattern, ErrorClass> shapes() {
        Map<Pattern, ErrorClass> shapes = new LinkedHashMap<>();
        shapes.put(text("throttl"), ErrorClass.THROTTLED);
        shapes.put(text("notfound(exception)?$|^nosuch"), ErrorClass.MISSING);
        shapes.put(text("alreadyexists|\\.duplicate$|^clustercontains|idempotent"), ErrorClass.CONFLICT);
        shapes.put(text("limitexceeded|quotaexceeded|^toomany"), ErrorClass.DENIED);
        return shapes;
    }

    private static Pattern text(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
