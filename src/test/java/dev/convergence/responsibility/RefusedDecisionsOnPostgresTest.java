package dev.convergence.responsibility;

import dev.convergence.OnPostgres;

@OnPostgres
class RefusedDecisionsOnPostgresTest extends RefusedDecisionsTest {}
