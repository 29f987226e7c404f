package dev.convergence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.StillApplication;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where neither mail nor chat nor webhooks are set up. */
class NoticeServiceTest extends StillApplication {

    @Autowired
    EventPublisher eventPublisher;

    @Autowired
    JdbcClient jdbc;

    private final String key = newKey();

    @Test
    void areRecordedAndGoNowhere() {
        noticeService.tell(key, "gate", "product", "remind", "Please act", "task-1");
        eventPublisher.happened(EventTypeCatalog.GATE_DECIDED, key, "gate", Map.of());

        assertThat(noticeService.of(key, 10)).extracting(Notice::text).containsExactly("Please act");
        assertThat(jdbc.sql("select dispatch_id from cc_notice where campaign_key = ? and dispatch_id is not null")
                        .param(key)
                        .query(String.class)
                        .list())
                .as("nothing that a channel set up later would send")
                .isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("message-dispatch")
                        .count())
                .isZero();
        assertThat(eventPublisher.anybodyListens()).isFalse();
    }
}
