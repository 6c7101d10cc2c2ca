package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may touch the world: network, disk, environment, clocks, threads, the process. */
final class ResourceRules {
    private static final Set<String> ADDRESSES =
            Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLDecoder", "java.net.URLEncoder");
    private static final Set<String> PATHS =
            Set.of("java.nio.file.Path", "java.nio.file.InvalidPathException", "java.nio.file.Paths");
    private static final Set<String> FILES_OF_OLD = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.util.Scanner",
            "java.util.logging.FileHandler",
            "java.util.zip.ZipFile",
            "java.util.jar.JarFile");

    private ResourceRules() {}

    static ArchRule onlyTheSinkUsesTheNetwork(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.all(
                        "adapter.sink", "bootstrap.demo", "bootstrap.http", "testkit.otlp", "testkit.silence"))
                .should()
                .dependOnClassesThat(describe("reach the network", ResourceRules::reachesTheNetwork))
                .as("Only the sink, the servers on loopback, and what watches them, use sockets and HTTP")
                .because("what leaves, leaves through one door");
    }

    private static boolean reachesTheNetwork(JavaClass type) {
        String name = type.getName();
        return switch (type.getPackageName()) {
            case "java.net" -> !ADDRESSES.contains(name);
            case "java.nio.channels" -> name.contains("Socket") || name.contains("Datagram");
            case "java.net.http", "javax.net", "javax.net.ssl", "java.rmi", "com.sun.net.httpserver" -> true;
            default -> false;
        };
    }

    static ArchRule onlyTheJdbcAdapterUsesDatabases(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.in("adapter.consent.jdbc"))
                .should()
                .dependOnClassesThat(describe("reach a database", ResourceRules::reachesADatabase))
                .as("Only the JDBC adapter uses databases")
                .because("a driver opens sockets and files, and off means none");
    }

    private static boolean reachesADatabase(JavaClass type) {
        return type.getPackageName().equals("java.sql") || type.getPackageName().startsWith("javax.sql");
    }

    static ArchRule onlyFileAdaptersUseFiles(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        layout.root() + ".adapter.*.file..", layout.in("bootstrap"), layout.in("testkit.silence"))
                .should()
                .dependOnClassesThat(describe("reach files", ResourceRules::reachesFiles))
                .as("Only file adapters, the bootstrap and what watches them use files")
                .because("off means that no file is written, and that must be easy to see");
    }

    private static boolean reachesFiles(JavaClass type) {
        String name = type.getName();
        return switch (type.getPackageName()) {
            case "java.nio.file" -> !PATHS.contains(name);
            case "java.nio.channels" -> name.contains("File");
            default -> type.getPackageName().startsWith("java.nio.file.") || FILES_OF_OLD.contains(name);
        };
    }

    static ArchRule onlyTheCliUsesStandardStreams(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.in("bootstrap.cli"))
                .should()
                .accessTargetWhere(describe("is a standard stream", ResourceRules::isStandardStream))
                .as("Only the command line uses the standard streams")
                .because("they belong to the host, and what is printed on them to who reads them");
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.System" ->
                Set.of("in", "out", "err", "setIn", "setOut", "setErr", "console")
                        .contains(name);
            case "java.io.FileDescriptor" -> Set.of("in", "out", "err").contains(name);
            default -> access.getTarget().getFullName().endsWith(".printStackTrace()");
        };
    }

    static ArchRule onlyTheHostPackageReadsTheJvm(Layout layout, Exceptions exceptions) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.all("domain.host", "bootstrap"))
                .and(exceptions.notNamed(layout))
                .should()
                .accessTargetWhere(describe("reads the JVM", ResourceRules::readsTheJvm))
                .as("Only domain.host and the bootstrap read environment, system properties and clocks")
                .because("what a host or a test cannot replace, it cannot rule out");
    }

    private static boolean readsTheJvm(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" ->
                name.startsWith("getenv")
                        || name.contains("Propert")
                        || name.equals("currentTimeMillis")
                        || name.equals("nanoTime");
            case "java.lang.Integer", "java.lang.Long", "java.lang.Boolean" ->
                Set.of("getInteger", "getLong", "getBoolean").contains(name);
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
            default -> owner.startsWith("java.time.") && isClock(name);
        };
    }

    private static boolean isClock(String name) {
        return name.equals("now") || name.startsWith("system") || name.startsWith("tick");
    }

    static ArchRule onlyTheBootstrapEndsTheProcess(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.in("bootstrap"))
                .should()
                .accessTargetWhere(describe("ends the process", ResourceRules::endsTheProcess))
                .as("Only the bootstrap ends the process or listens for its end")
                .because("elsewhere the process is the host's");
    }

    private static boolean endsTheProcess(JavaAccess<?> access) {
        boolean isProcess = Set.of("java.lang.System", "java.lang.Runtime")
                .contains(access.getTargetOwner().getName());
        return isProcess
                && Set.of("exit", "halt", "addShutdownHook")
                        .contains(access.getTarget().getName());
    }

    static ArchRule threadsOnlyWhereNamed(Layout layout, Exceptions named) {
        return noClasses()
                .that(named.notNamed(layout))
                .should()
                .accessTargetWhere(startsThreads())
                .as("Threads are started only where named")
                .because("each must be a daemon, and somebody must end it");
    }

    private static DescribedPredicate<JavaAccess<?>> startsThreads() {
        Set<Class<?>> runners = Set.of(
                Thread.class,
                java.util.Timer.class,
                java.util.concurrent.ForkJoinPool.class,
                java.util.concurrent.ThreadPoolExecutor.class);
        return describe("starts a thread", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            boolean isMade = name.equals("<init>") && runners.stream().anyMatch(owner::isAssignableTo);
            return isMade
                    || Set.of("parallelStream", "parallel", "startVirtualThread", "commonPool")
                            .contains(name)
                    || owner.getName().equals("java.util.concurrent.Executors")
                    || (owner.getName().equals("java.util.concurrent.CompletableFuture") && name.endsWith("Async"));
        });
    }
}
