package dev.convergence.responsibility;

import dev.convergence.OnPostgres;

@OnPostgres
class RefusedModelsOnPostgresTest extends RefusedModelsTest {}
