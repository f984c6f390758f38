package ai.opsai.local.database;

import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All migrations as one text, for people who run SQL themselves: the schemas first, then each script in its order. */
public final class MigrationScript {

    private final Workspace workspace;

    public MigrationScript(Workspace workspace) {
        this.workspace = workspace;
    }

    public String text() throws IOException {
        StringBuilder text = new StringBuilder("-- All migrations of Opsai Onboarding, to be run once by the owner.\n");
        for (ServiceModule service : ServiceModule.values()) {
            text.append("\ncreate schema if not exists ")
                    .append(service.schema())
                    .append(";\n");
            for (Path script : scripts(workspace.migrations(service.module()))) {
                text.append("\n-- ").append(workspace.root().relativize(script)).append('\n');
                text.append(Files.readString(script)).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Path> scripts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
                    .sorted(Comparator.comparingInt(MigrationScript::version))
                    .toList();
        }
    }

    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
