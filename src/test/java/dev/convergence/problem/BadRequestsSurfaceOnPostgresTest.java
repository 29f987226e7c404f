package dev.convergence.problem;

import dev.convergence.OnPostgres;

@OnPostgres
class BadRequestsSurfaceOnPostgresTest extends BadRequestsSurfaceTest {}
