package dev.convergence.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The SQL statements that one thread sends to a data source. Each entry of a JDBC batch counts as one statement. */
public final class StatementLog implements QueryExecutionListener {

    private final ThreadLocal<List<String>> statements = new ThreadLocal<>();

    /** The data source, watched. */
    public DataSource watch(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    /** The statements that the work sends on this thread, in their order. */
    public List<String> of(Runnable work) {
        List<String> sent = new ArrayList<>();
        statements.set(sent);
        try {
            work.run();
        } finally {
            statements.remove();
        }
        return sent;
    }

    /** How often each statement was sent: its verb and its table. */
    public static Map<String, Long> byKind(List<String> statements) {
        return statements.stream()
                .collect(Collectors.groupingBy(StatementLog::kind, TreeMap::new, Collectors.counting()));
    }

    private static String kind(String sql) {
        String[] words = sql.toLowerCase().trim().split("\\s+");
        String marker =
                switch (words[0]) {
                    case "insert" -> "into";
                    case "update" -> "update";
                    default -> "from";
                };
        int table = List.of(words).indexOf(marker) + 1;
        return words[0] + " " + words[table];
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        List<String> sent = statements.get();
        if (sent == null) {
            return;
        }
        for (QueryInfo query : queries) {
            int times = Math.max(1, query.getParametersList().size());
            for (int entry = 0; entry < times; entry++) {
                sent.add(query.getQuery());
            }
        }
    }

    /** Watches the application's data source. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class OfApplication {

        @Bean
        static StatementLog statementLog() {
            return new StatementLog();
        }

        @Bean
        static BeanPostProcessor watchDataSource(ObjectProvider<StatementLog> log) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? log.getObject().watch(source) : bean;
                }
            };
        }
    }
}
