package dev.convergence.adaptive.source;

import dev.convergence.OnPostgres;

@OnPostgres
class SourceCheckOnPostgresTest extends SourceCheckTest {}
