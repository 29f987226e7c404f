package dev.convergence.absence;

/** Whom a task must not be given to in place of somebody who is away. */
public interface TaskExclusionPolicy {

    /**
     * @param taskKey the task's id in its model
     * @param instance the process instance of the task
     */
    boolean excludes(String user, String taskKey, String instance);
}
