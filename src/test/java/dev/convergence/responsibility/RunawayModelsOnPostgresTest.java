package dev.convergence.responsibility;

import dev.convergence.OnPostgres;

@OnPostgres
class RunawayModelsOnPostgresTest extends RunawayModelsTest {}
