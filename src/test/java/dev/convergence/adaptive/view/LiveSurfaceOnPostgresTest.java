package dev.convergence.adaptive.view;

import dev.convergence.OnPostgres;

@OnPostgres
class LiveSurfaceOnPostgresTest extends LiveSurfaceTest {}
