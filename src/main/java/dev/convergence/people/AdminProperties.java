package dev.convergence.people;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator.
 *
 * @param user the id; empty creates none
 * @param password must keep the password policy
 */
@ConfigurationProperties("convergence.admin")
record AdminProperties(String user, String password) {

    boolean given() {
        return user != null && !user.isBlank() && password != null && !password.isBlank();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "AdminProperties[user=" + user + "]";
    }
}
