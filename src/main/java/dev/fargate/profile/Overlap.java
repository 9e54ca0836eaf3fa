package dev.fargate.profile;

import dev.fargate.aws.Profiles.Selector;
import java.util.Map;

/**
 * Whether one pod may match two selectors. EKS gives such a pod to either profile unless the pod's label {@code
 * eks.amazonaws.com/fargate-profile} names one (EKS user guide, "Fargate profile"). Pure.
 */
final class Overlap {
    private static final char ANY = '*';
    private static final char ONE = '?';

    private Overlap() {}

    static boolean of(Selector one, Selector other) {
        return meet(one.namespace(), other.namespace())
                && one.labels().entrySet().stream().allMatch(label -> agree(label, other.labels()));
    }

    /** Only plain keys can contradict each other: a key with a wildcard may stand for another label of the pod. */
    private static boolean agree(Map.Entry<String, String> label, Map<String, String> others) {
        String other = others.get(label.getKey());
        return other == null || isPattern(label.getKey()) || meet(label.getValue(), other);
    }

    private static boolean isPattern(String text) {
        return text.indexOf(ANY) >= 0 || text.indexOf(ONE) >= 0;
    }

    /** Whether some text matches both patterns: {@code meets[i][j]} tells it of the patterns from i and j on. */
    static boolean meet(String one, String other) {
        boolean[][] meets = new boolean[one.length() + 1][other.length() + 1];
        meets[one.length()][other.length()] = true;
        for (int i = one.length(); i >= 0; i--) {
            for (int j = other.length(); j >= 0; j--) {
                if (isAny(one, i)) {
                    meets[i][j] = meets[i + 1][j] || (j < other.length() && meets[i][j + 1]);
                } else if (isAny(other, j)) {
                    meets[i][j] = meets[i][j + 1] || (i < one.length() && meets[i + 1][j]);
                } else if (i < one.length() && j < other.length()) {
                    meets[i][j] = meets[i + 1][j + 1] && same(one.charAt(i), other.charAt(j));
                }
            }
        }
        return meets[0][0];
    }

    private static boolean isAny(String pattern, int at) {
        return at < pattern.length() && pattern.charAt(at) == ANY;
    }

    private static boolean same(char one, char other) {
        return one == other || one == ONE || other == ONE;
    }
}
