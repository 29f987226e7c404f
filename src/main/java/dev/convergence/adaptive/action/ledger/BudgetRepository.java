package dev.convergence.adaptive.action.ledger;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each channel of a live campaign may spend, to the cent. Together it is always what the brief gave. */
@Component
public class BudgetRepository {

    private final JdbcClient jdbc;
    private final AdaptiveCampaignRepository campaigns;

    BudgetRepository(JdbcClient jdbc, AdaptiveCampaignRepository campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /**
     * The campaign goes live with these budgets. A second call changes nothing.
     *
     * @param amounts by channel; fractions of a cent are cut off
     */
    @Transactional
    public void begin(String campaign, Map<String, BigDecimal> amounts) {
        campaigns.lock(campaign);
        if (channels(campaign).isEmpty()) {
            new TreeMap<>(amounts).forEach((channel, amount) -> insert(campaign, channel, BudgetShift.money(amount)));
        }
    }

    /** What each channel has now, by channel. */
    public Map<String, BigDecimal> of(String campaign) {
        Map<String, BigDecimal> budgets = new TreeMap<>();
        channels(campaign).forEach(budget -> budgets.put(budget.channel(), budget.now()));
        return budgets;
    }

    /** What each channel was given and has now, in the order of their names. */
    public List<ChannelBudget> channels(String campaign) {
        return jdbc.sql("select channel, planned, amount from cc_budget where campaign_key = ? order by channel")
                .param(campaign)
                .query((row, number) -> new ChannelBudget(row.getString(1), row.getBigDecimal(2), row.getBigDecimal(3)))
                .list();
    }

    /** Makes a shift true; the campaign's lock is held since the budgets were read that it was computed from. */
    public void apply(String campaign, BudgetShift shift) {
        set(campaign, shift.from(), shift.after().get(shift.from()));
        set(campaign, shift.to(), shift.after().get(shift.to()));
    }

    private void set(String campaign, String channel, BigDecimal amount) {
        int rows = jdbc.sql("update cc_budget set amount = ? where campaign_key = ? and channel = ?")
                .params(amount, campaign, channel)
                .update();
        if (rows == 0) {
            insert(campaign, channel, BudgetShift.money(BigDecimal.ZERO));
            set(campaign, channel, amount);
        }
    }

    private void insert(String campaign, String channel, BigDecimal amount) {
        jdbc.sql("insert into cc_budget (campaign_key, channel, amount, planned) values (?, ?, ?, ?)")
                .params(campaign, channel, amount, amount)
                .update();
    }
}
