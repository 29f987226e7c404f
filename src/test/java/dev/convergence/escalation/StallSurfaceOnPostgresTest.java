package dev.convergence.escalation;

import dev.convergence.OnPostgres;

@OnPostgres
class StallSurfaceOnPostgresTest extends StallSurfaceTest {}
