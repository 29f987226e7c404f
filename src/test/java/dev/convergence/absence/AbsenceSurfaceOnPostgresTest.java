package dev.convergence.absence;

import dev.convergence.OnPostgres;

@OnPostgres
class AbsenceSurfaceOnPostgresTest extends AbsenceSurfaceTest {}
