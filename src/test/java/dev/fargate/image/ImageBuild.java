package dev.fargate.image;

import dev.fargate.image.Image.Parts;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the image with its AOT cache: builds it, runs it once for training, and builds it again with what the JVM learnt. */
public final class ImageBuild {
    private ImageBuild() {}

    /**
     * Writes {@code image/fargate-operator.tar}, an OCI layout, into the build directory; and where the other processor's parts are
     * given, {@code image/fargate-operator-ARCHITECTURE.tar} and an index of both, {@code image/fargate-operator-index.tar}.
     *
     * @param arguments the build directory and the version
     */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        String version = arguments[1];
        UnpackedImage untrained =
                UnpackedImage.of(Image.make(new Parts(target, Machine.own(), Optional.empty()), version));
        Path cache =
                train(untrained, Files.createDirectories(target.resolve("image").resolve("aot")));
        Path image = Image.make(new Parts(target, Machine.own(), Optional.of(cache)), version);
        tell(image, version);
        System.out.println(Start.measured(UnpackedImage.of(image)));
        Optional<Machine> other = Machine.other();
        if (other.isPresent()) {
            // No training: its program does not run here.
            Path foreign = Image.make(new Parts(target, other.get(), Optional.empty()), version);
            tell(foreign, version);
            tell(
                    ImageIndex.of(List.of(image, foreign), version, image.resolveSibling("fargate-operator-index.tar")),
                    version);
        }
    }

    private static void tell(Path image, String version) throws IOException {
        System.out.printf(
                "%s, %.0f MB%nskopeo copy --all oci-archive:%s docker://REGISTRY/fargate-operator:%s%n",
                image, Files.size(image) / 1e6, image, version);
    }

    /** A service is made, changed and deleted. The cache fits only this runtime and jars with these times at these places. */
    private static Path train(UnpackedImage image, Path directory) {
        Path cache = directory.resolve("operator.aot");
        // The image's user is nobody here.
        if (!directory.toFile().setWritable(true, false)) {
            throw new IllegalStateException(directory + " cannot be opened for the training run");
        }
        try (World world = World.start()) {
            OperatorUnderTest operator = Pod.of(world, image)
                    .start(
                            Limits.none(),
                            Map.of(
                                    "JDK_JAVA_OPTIONS",
                                    "-XX:AOTCacheOutput=/" + UnpackedImage.TRAINING + "/operator.aot"),
                            Map.of(UnpackedImage.TRAINING, directory));
            String ns = world.namespace("training");
            world.apply(Manifests.environment("training"));
            for (String tag : new String[] {"nginx:1", "nginx:2"}) {
                world.apply(Manifests.service(ns, "web", "training", tag));
                world.awaitReady(ns, "web");
            }
            world.delete(ns, "web");
            world.awaitGone(ns, "web");
            operator.metrics();
            operator.stop();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run wrote no cache; its words are in target/it-logs");
        }
        return cache;
    }
}
