package dev.convergence.gate;

import dev.convergence.OnPostgres;

@OnPostgres
class GateSurfaceOnPostgresTest extends GateSurfaceTest {}
