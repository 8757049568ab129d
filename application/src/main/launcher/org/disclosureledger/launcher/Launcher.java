package org.disclosureledger.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code java -jar} meets first. On Java 21 or newer the application starts in this very process; on an older one
 * it is started again with the Java 21 or newer that is installed beside it, and lives and ends with this process.
 *
 * <p>Compiled for Java 8, so that an older Java gets as far as the one sentence that says what is missing.
 */
public final class Launcher {
    private static final int REQUIRED = 21;
    private static final String PARENT = "ledger.launcher.pid";
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern RELEASE = Pattern.compile("^JAVA_VERSION=\"([^\"]+)\"");

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        String parent = System.getProperty(PARENT);
        if (feature(System.getProperty("java.specification.version")) >= REQUIRED) {
            if (parent != null) {
                endWith(Long.parseLong(parent));
            }
            start(args);
            return;
        }
        File java = parent == null ? newest(homes()) : null;
        if (java == null) {
            complain();
            System.exit(1);
        } else {
            System.exit(run(java, args));
        }
    }

    private static void start(String[] args) throws Throwable {
        try {
            Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Ends this process when the one that started it is gone, however it went. */
    private static void endWith(long pid) throws ReflectiveOperationException {
        Class<?> handles = Class.forName("java.lang.ProcessHandle");
        Optional<?> handle = (Optional<?>) handles.getMethod("of", long.class).invoke(null, pid);
        CompletableFuture<?> gone = handle.isPresent()
                ? (CompletableFuture<?>) handles.getMethod("onExit").invoke(handle.get())
                : CompletableFuture.completedFuture(null);
        daemon("launcher-watch", () -> {
            gone.join();
            daemon("launcher-watch-patience", () -> {
                try {
                    TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                Runtime.getRuntime().halt(1);
            });
            System.exit(1);
        });
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static int run(File java, String[] args) throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(java.getPath());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + PARENT + "=" + pid());
        command.add("-jar");
        command.add(new File(Launcher.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getPath());
        command.addAll(Arrays.asList(args));

        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        // What these hold is among the input arguments already.
        builder.environment()
                .keySet()
                .removeAll(Arrays.asList("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process child = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            child.destroy();
            try {
                child.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return child.waitFor();
    }

    private static String pid() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.substring(0, name.indexOf('@'));
    }

    /** Homes named by the environment, then those in the usual places. */
    private static List<File> homes() {
        List<File> homes = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(System.getenv()).entrySet()) {
            if (variable.getKey().startsWith("JAVA") && variable.getKey().endsWith("_HOME")) {
                homes.add(new File(variable.getValue()));
            }
        }
        for (String place : places()) {
            File[] children = new File(place).listFiles();
            if (children != null) {
                Arrays.sort(children);
                for (File child : children) {
                    homes.add(child);
                    homes.add(new File(child, "Contents/Home"));
                }
            }
        }
        return homes;
    }

    private static List<String> places() {
        String user = System.getProperty("user.home");
        List<String> places = new ArrayList<>(Arrays.asList(
                user + "/.jdks",
                user + "/.m2/jdks",
                user + "/.sdkman/candidates/java",
                user + "/.gradle/jdks",
                user + "/.jenv/versions",
                user + "/.jbang/cache/jdks",
                user + "/.asdf/installs/java",
                user + "/.jabba/jdk",
                user + "/.local/share/mise/installs/java"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            places.addAll(
                    Arrays.asList("/Library/Java/JavaVirtualMachines", user + "/Library/Java/JavaVirtualMachines"));
        } else if (os.startsWith("win")) {
            for (String vendor : Arrays.asList(
                    "Amazon Corretto", "BellSoft", "Eclipse Adoptium", "Java", "Microsoft", "Semeru", "Zulu")) {
                places.add("C:/Program Files/" + vendor);
            }
        } else {
            places.addAll(Arrays.asList(
                    "/usr/lib/jvm",
                    "/usr/lib64/jvm",
                    "/usr/java",
                    "/usr/jdk",
                    "/usr/local/java",
                    "/opt/java",
                    "/opt/hostedtoolcache"));
        }
        return places;
    }

    private static File newest(List<File> homes) {
        File newest = null;
        int version = REQUIRED - 1;
        for (File home : homes) {
            File java = executable(home);
            int candidate = java == null ? 0 : release(home);
            if (candidate > version) {
                newest = java;
                version = candidate;
            }
        }
        return newest;
    }

    private static File executable(File home) {
        for (String name : Arrays.asList("bin/java", "bin/java.exe")) {
            File java = new File(home, name);
            if (java.isFile() && java.canExecute()) {
                return java;
            }
        }
        return null;
    }

    private static int release(File home) {
        try {
            for (String line : Files.readAllLines(new File(home, "release").toPath(), StandardCharsets.UTF_8)) {
                Matcher matcher = RELEASE.matcher(line);
                if (matcher.find()) {
                    return feature(matcher.group(1));
                }
            }
            return 0;
        } catch (IOException e) {
            // No release file, no claim to a version.
            return 0;
        }
    }

    /** The feature number of a Java version: 8 of 1.8.0_442, 21 of 21.0.1, 25 of 25-ea. */
    private static int feature(String version) {
        Matcher matcher = Pattern.compile("^(?:1\\.)?(\\d+)").matcher(version);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void complain() throws IOException {
        String chinese = "没有找到 Java 21 或更高版本：请安装（例如 Eclipse Temurin 21，https://adoptium.net ；"
                + "Debian/Ubuntu 用 apt install openjdk-21-jre），装在别处时用环境变量 JAVA_HOME 或 JAVA21_HOME 指明。";
        String english =
                "No Java 21 or newer was found: install one (for example Eclipse Temurin 21, https://adoptium.net; "
                        + "Debian/Ubuntu: apt install openjdk-21-jre), or point the environment variable JAVA_HOME or JAVA21_HOME "
                        + "at one kept elsewhere.";
        Charset terminal = Charset.defaultCharset();
        Charset charset = terminal.newEncoder().canEncode(chinese) ? terminal : StandardCharsets.UTF_8;
        PrintStream err = new PrintStream(System.err, true, charset.name());
        err.println(chinese);
        err.println(english);
    }
}
