package dev.convergence.people;

/** Brings people and their rights to where they belong. Runs at every start on every node: it adds what is missing. */
interface SetupStep {

    void run();
}
