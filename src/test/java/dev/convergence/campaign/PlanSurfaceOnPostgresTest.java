package dev.convergence.campaign;

import dev.convergence.OnPostgres;

@OnPostgres
class PlanSurfaceOnPostgresTest extends PlanSurfaceTest {}
