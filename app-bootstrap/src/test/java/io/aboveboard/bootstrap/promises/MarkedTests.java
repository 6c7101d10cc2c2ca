package io.aboveboard.bootstrap.promises;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tests of all modules that carry a mark, by what they are marked with. */
final class MarkedTests {
    /** What a test merely uses tells nothing of its marks; supertypes and annotations do. */
    private static final List<String> NOT_FOLLOWED = List.of("MemberTypes", "AccessesToTypes", "GenericSignatureTypes");

    private final Map<String, SortedSet<Proof>> proofs = new TreeMap<>();
    private final Set<HasAnnotations<?>> run = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Sources sources;

    private MarkedTests(Sources sources) {
        this.sources = sources;
    }

    static MarkedTests in(Reactor reactor) {
        MarkedTests found = new MarkedTests(new Sources(reactor));
        reactor.modules().forEach(module -> found.problems.addAll(module.staleTests()));
        List<JavaClass> types = importTests(reactor);
        types.stream().filter(Runners::isRun).forEach(found::addTestsOf);
        types.forEach(found::reportMarksThatNeverRun);
        return found;
    }

    /** The proofs of each promise or fault that has one. */
    Map<String, SortedSet<Proof>> proofs() {
        return proofs;
    }

    /** Why the proofs cannot be trusted; none where they can. */
    List<String> problems() {
        return problems;
    }

    private static List<JavaClass> importTests(Reactor reactor) {
        List<Path> folders = reactor.modules().stream()
                .map(Module::testClasses)
                .filter(Files::isDirectory)
                .toList();
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            NOT_FOLLOWED.forEach(what ->
                    configuration.setProperty("import.dependencyResolutionProcess.maxIterationsFor" + what, "0"));
            return List.copyOf(new ClassFileImporter().importPaths(folders));
        });
    }

    private void addTestsOf(JavaClass runner) {
        Runners.tests(runner)
                .forEach(test -> Marks.carriersFor(test, runner)
                        .filter(carrier -> !Marks.on(carrier).isEmpty())
                        .forEach(carrier -> add(test, runner, carrier)));
    }

    private void add(JavaMember test, JavaClass runner, HasAnnotations<?> carrier) {
        run.add(carrier);
        String module = sources.of(runner).map(Sources.Source::module).orElse("");
        sources.of(test.getOwner())
                .map(source -> new Proof(module, nameOf(runner), Proof.sentenceOf(test.getName()), source.path()))
                .filter(proof -> !module.isEmpty())
                .ifPresentOrElse(
                        proof -> add(carrier, proof),
                        () -> problems.add(runner.getName() + ": is left over from a source that is gone"));
    }

    private void add(HasAnnotations<?> carrier, Proof proof) {
        for (String id : Marks.on(carrier)) {
            proofs.computeIfAbsent(id, first -> new TreeSet<>()).add(proof);
        }
    }

    private void reportMarksThatNeverRun(JavaClass type) {
        Stream<HasAnnotations<?>> carriers = Stream.concat(Stream.of(type), type.getMembers().stream());
        carriers.filter(carrier -> !Marks.on(carrier).isEmpty())
                .filter(carrier -> !run.contains(carrier))
                .forEach(carrier -> problems.add(
                        ((HasName.AndFullName) carrier).getFullName() + ": is marked, but no test of it ever runs"));
    }

    private static String nameOf(JavaClass type) {
        String inPackage = type.getName().substring(type.getPackageName().length() + 1);
        return inPackage.replace('$', '.');
    }
}
