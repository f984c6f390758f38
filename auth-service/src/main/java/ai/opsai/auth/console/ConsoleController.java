package ai.opsai.auth.console;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.organize.OrganizeRequests;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.platform.problem.ProblemException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
final class ConsoleController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final Tenants tenants;
    private final TenantWork work;
    private final Connections connections;
    private final OrganizeRequests organizing;
    private final Shown shown;

    ConsoleController(
            Tenants tenants, TenantWork work, Connections connections, OrganizeRequests organizing, Shown shown) {
        this.tenants = tenants;
        this.work = work;
        this.connections = connections;
        this.organizing = organizing;
        this.shown = shown;
    }

    /** What is shown beside the tenant's connections. */
    record Shown(Catalogue catalogue, CurrentSchema schema) {}

    @GetMapping("/onboarding-v3")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String code) {
        String tenant = tenants.of(tenantId);
        String notice = Notices.of(connection, status, code);
        String page = ConsolePage.of(new ConsolePage.Content(
                tenant,
                shown.catalogue().all(),
                work.read(tenant, connections::list),
                shown.schema().of(tenant),
                notice));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    /** The Next button of a browser without a script. */
    @PostMapping("/onboarding-v3/next")
    ResponseEntity<Void> next(@RequestParam(required = false) @Nullable String tenantId) {
        String tenant = tenants.of(tenantId);
        UriComponentsBuilder back =
                UriComponentsBuilder.fromPath("/onboarding-v3").queryParam("tenantId", tenant);
        try {
            organizing.organize(tenant);
            back.queryParam("status", "organizing");
        } catch (ProblemException e) {
            back.queryParam("status", "failed").queryParam("code", e.code().wire());
        }
        URI target = back.build().toUri();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(target).build();
    }

    @GetMapping("/onboarding-v3/console.css")
    ResponseEntity<Resource> style() {
        return file("console.css", "text/css");
    }

    @GetMapping("/onboarding-v3/console.js")
    ResponseEntity<Resource> script() {
        return file("console.js", "text/javascript");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=utf-8"))
                .cacheControl(CacheControl.maxAge(5, TimeUnit.MINUTES))
                .body(new ClassPathResource("console/" + name));
    }
}
