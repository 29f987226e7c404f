package dev.convergence.responsibility;

import dev.convergence.OnPostgres;

@OnPostgres
class ResponsibilitySurfaceOnPostgresTest extends ResponsibilitySurfaceTest {}
