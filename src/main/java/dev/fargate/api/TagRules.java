package dev.fargate.api;

/** AWS's rules for tags, and the room that the operator's own eight tags need. */
final class TagRules {
    /** An AWS object takes 50. */
    static final int MOST = 42;

    static final String CHARACTERS = "^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$";
    static final String LENGTH = "self.all(k, size(k) >= 1 && size(k) <= 128)";
    static final String LENGTH_SAYS = "a tag's key has 1 to 128 characters: shorten it";
    static final String RESERVED = "self.all(k, !k.startsWith('aws:') && !k.startsWith('AWS:'))";
    static final String RESERVED_SAYS = "AWS reserves tags that start with aws: choose another key";
    static final String OURS = "self.all(k, !k.startsWith('fargate.dev/'))";
    static final String OURS_SAYS = "tags that start with fargate.dev/ are the operator's own: choose another key";

    private TagRules() {}
}
