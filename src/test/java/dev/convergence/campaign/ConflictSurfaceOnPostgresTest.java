package dev.convergence.campaign;

import dev.convergence.OnPostgres;

@OnPostgres
class ConflictSurfaceOnPostgresTest extends ConflictSurfaceTest {}
