package dev.convergence.rhythm;

import dev.convergence.OnPostgres;

@OnPostgres
class SyncSurfaceOnPostgresTest extends SyncSurfaceTest {}
