package dev.convergence.gate;

import dev.convergence.OnPostgres;

@OnPostgres
class WaysToDecideOnPostgresTest extends WaysToDecideTest {}
