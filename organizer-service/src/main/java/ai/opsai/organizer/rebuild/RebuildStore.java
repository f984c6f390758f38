package ai.opsai.organizer.rebuild;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row per consumer group: the ends that it must pass, and when it had. */
@Component
final class RebuildStore {

    private static final TypeReference<Map<String, Long>> ENDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String group;

    RebuildStore(JdbcClient jdbc, JsonMapper json, Clock clock, Environment environment) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.group = environment.getProperty("opsai.messaging.group", "organizer");
    }

    String group() {
        return group;
    }

    /** Keeps the first ends that were noted for the group. */
    void note(Map<String, Long> ends) {
        jdbc.sql("""
                        insert into topic_rebuild (consumer_group, ends, noted_at) values (?, cast(? as jsonb), ?)
                        on conflict do nothing""").params(group, json.writeValueAsString(ends), now()).update();
    }

    Optional<Map<String, Long>> ends() {
        return jdbc.sql("select ends from topic_rebuild where consumer_group = ?")
                .param(group)
                .query(String.class)
                .optional()
                .map(ends -> json.readValue(ends, ENDS));
    }

    boolean isFinished() {
        return finished("select finished_at is not null from topic_rebuild where consumer_group = ?");
    }

    /** As {@link #isFinished}, and the answer stays true until the current transaction ends. */
    boolean isFinishedForNow() {
        return finished("select finished_at is not null from topic_rebuild where consumer_group = ? for share");
    }

    private boolean finished(String sql) {
        return jdbc.sql(sql).param(group).query(Boolean.class).optional().orElse(false);
    }

    /** Whether it was this call that finished it. */
    boolean finish() {
        return jdbc.sql("update topic_rebuild set finished_at = ? where consumer_group = ? and finished_at is null")
                        .params(now(), group)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
