package ai.opsai.auth.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of tenants are read and written where a tenant is bound, whichever way a call comes. */
class RowAccessTests {

    /** Read before a tenant is known, from tables without a tenant's column; configurations only ask for a sign of life. */
    private static final Set<String> INFRASTRUCTURE = Set.of(
            "Flows",
            "Tickets",
            "UsedAssertions",
            "IdentityRetries",
            "Canary",
            "AuthConfiguration",
            "KeyConfiguration",
            "VaultConfiguration");

    /** What binds a tenant, and what binds the platform's own, which no caller can be. */
    private static final Set<String> BINDING = Set.of(
            TenantTransactions.class.getName(),
            TenantWork.class.getName(),
            "ai.opsai.auth.vault.Store",
            Sealing.class.getName());

    @Test
    void a54_everyWayToARowPassesThroughAClassThatBindsATenant() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("ai.opsai.auth");
        List<JavaClass> reading = classes.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.class)))
                .filter(type -> !INFRASTRUCTURE.contains(type.getSimpleName()))
                .toList();
        assertThat(reading)
                .extracting(JavaClass::getSimpleName)
                .contains("ConnectionRows", "OperationRows", "LiveEvents");

        Set<String> unbound = new TreeSet<>();
        reading.forEach(type -> walk(type, type.getSimpleName(), unbound, new HashSet<>()));
        assertThat(unbound).as("ways to rows on which nothing binds a tenant").isEmpty();
    }

    private static void walk(JavaClass type, String way, Set<String> unbound, Set<JavaClass> seen) {
        if (BINDING.contains(type.getName()) || binds(type) || !seen.add(type)) {
            return;
        }
        Set<JavaClass> callers = Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .flatMap(called -> called.getMethodCallsToSelf().stream())
                .map(call -> outermost(call.getOriginOwner()))
                .filter(caller -> !caller.equals(outermost(type)))
                .collect(Collectors.toSet());
        if (callers.isEmpty()) {
            unbound.add(way);
        }
        callers.forEach(caller -> walk(caller, way + " <- " + caller.getSimpleName(), unbound, seen));
    }

    private static boolean binds(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> BINDING.contains(call.getTargetOwner().getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RowAccessTests::outermost).orElse(type);
    }
}
