package dev.convergence.adaptive.source;

import dev.convergence.OnPostgres;

@OnPostgres
class SourceSurfaceOnPostgresTest extends SourceSurfaceTest {}
