package dev.convergence.draft;

import dev.convergence.OnPostgres;

@OnPostgres
class DraftSurfaceOnPostgresTest extends DraftSurfaceTest {}
