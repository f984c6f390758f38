package ai.opsai.organizer.run;

import java.util.UUID;

/** A run, and the id of its job: tenant ids have no slash. */
record RunKey(String tenantId, UUID requestId) {

    static RunKey of(String jobId) {
        int slash = jobId.indexOf('/');
        return new RunKey(jobId.substring(0, slash), UUID.fromString(jobId.substring(slash + 1)));
    }

    String jobId() {
        return tenantId + "/" + requestId;
    }
}
