package dev.fargate.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One service's jar without the operations that nobody calls, and without the classes that then nobody names. All else stays as it is.
 */
final class TrimmedClient {
    private static final String SERVICE = "software/amazon/awssdk/services/\\w+/";
    private static final Pattern CLIENT = Pattern.compile(SERVICE + "\\w+(?<!Async)Client");
    private static final Pattern OPERATION =
            Pattern.compile("\\(.*\\)L" + SERVICE + "(model/\\w+Response|paginators/\\w+|waiters/\\w+);");

    /** What belongs to an operation; the rest may be found by reflection. */
    private static final Pattern OF_OPERATIONS =
            Pattern.compile(SERVICE + "((model|transform|paginators|waiters)/.*|\\w*Async\\w*)");

    private static final Pattern TYPE = Pattern.compile("L([\\w/$]+)[;<]");
    private final ClassFile classFiles = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    private final Jar whole;
    private final Map<String, byte[]> classes;
    private final Set<String> called = new HashSet<>();
    private final Map<String, byte[]> reached = new LinkedHashMap<>();
    private final Deque<String> next = new ArrayDeque<>();

    private TrimmedClient(Jar whole) {
        this.whole = whole;
        this.classes = whole.classes();
    }

    static boolean hasClient(Jar jar) {
        return jar.classes().keySet().stream()
                .anyMatch(name -> CLIENT.matcher(name).matches());
    }

    /** What the operator needs of a service. */
    static Jar of(Jar service, Jar operator) {
        TrimmedClient trimmed = new TrimmedClient(service);
        operator.classes().values().forEach(trimmed::follow);
        int before;
        do {
            before = trimmed.called.size();
            trimmed.reach();
        } while (trimmed.called.size() > before);
        return trimmed.jar();
    }

    /** Anew each time, because a call that was found leaves more of the client. */
    private void reach() {
        reached.clear();
        classes.keySet().stream()
                .filter(name -> !OF_OPERATIONS.matcher(name).matches())
                .forEach(next::add);
        while (!next.isEmpty()) {
            String name = next.remove();
            byte[] bytes = classes.get(name);
            if (bytes != null && !reached.containsKey(name)) {
                reached.put(name, CLIENT.matcher(name).matches() ? withoutTheUncalled(bytes) : bytes);
                follow(reached.get(name));
            }
        }
    }

    private byte[] withoutTheUncalled(byte[] client) {
        return classFiles.transformClass(classFiles.parse(client), ClassTransform.dropping(element -> switch (element) {
            case MethodModel method ->
                OPERATION.matcher(method.methodType().stringValue()).matches()
                        && !called.contains(method.methodName().stringValue());
            // Lists the builder of each request. A client has no inner classes itself.
            case InnerClassesAttribute _ -> true;
            default -> false;
        }));
    }

    /** Notes which classes and operations a class names. */
    private void follow(byte[] bytes) {
        ClassModel model = classFiles.parse(bytes);
        model.constantPool().forEach(entry -> {
            switch (entry) {
                case ClassEntry type -> next.add(type.asInternalName());
                case Utf8Entry text ->
                    TYPE.matcher(text.stringValue())
                            .results()
                            .map(type -> type.group(1))
                            .forEach(next::add);
                case MemberRefEntry member
                when CLIENT.matcher(member.owner().asInternalName()).matches() ->
                    called.add(member.name().stringValue());
                default -> {}
            }
        });
    }

    private Jar jar() {
        Map<String, byte[]> files = new LinkedHashMap<>(whole.files());
        classes.keySet().stream().map(Jar::file).forEach(files.keySet()::remove);
        reached.forEach((name, bytes) -> files.put(Jar.file(name), bytes));
        return new Jar(files);
    }
}
