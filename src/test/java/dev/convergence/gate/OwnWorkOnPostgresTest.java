package dev.convergence.gate;

import dev.convergence.OnPostgres;

@OnPostgres
class OwnWorkOnPostgresTest extends OwnWorkTest {}
