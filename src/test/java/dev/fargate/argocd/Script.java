package dev.fargate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** A script of {@code operator/argocd}, run as Argo CD does: the resource is the global {@code obj}. */
record Script(String text) {
    static final Path DIRECTORY = Path.of("operator", "argocd");

    static Script of(String file) {
        try {
            return new Script(Files.readString(DIRECTORY.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it returns for a resource. */
    JsonNode on(JsonNode resource) {
        Globals globals = JsePlatform.standardGlobals();
        globals.set("obj", lua(resource));
        return json(globals.load(text).call());
    }

    private static LuaValue lua(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                LuaTable table = new LuaTable();
                node.properties().forEach(field -> table.set(field.getKey(), lua(field.getValue())));
                yield table;
            }
            case ARRAY -> {
                LuaTable table = new LuaTable();
                for (int i = 0; i < node.size(); i++) {
                    table.set(i + 1, lua(node.get(i)));
                }
                yield table;
            }
            case STRING -> LuaValue.valueOf(node.asText());
            case BOOLEAN -> LuaValue.valueOf(node.asBoolean());
            case NUMBER -> LuaValue.valueOf(node.asDouble());
            default -> LuaValue.NIL;
        };
    }

    /** Of tables only what has names: scripts return no lists. */
    private static JsonNode json(LuaValue value) {
        if (value.istable()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            LuaTable table = value.checktable();
            for (LuaValue key : table.keys()) {
                object.set(key.tojstring(), json(table.get(key)));
            }
            return object;
        }
        return value.isboolean()
                ? JsonNodeFactory.instance.booleanNode(value.toboolean())
                : JsonNodeFactory.instance.textNode(value.tojstring());
    }
}
