package dev.convergence.campaign;

import dev.convergence.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PlanBoundsOnPostgresTest extends PlanBoundsSurfaceTest {}
