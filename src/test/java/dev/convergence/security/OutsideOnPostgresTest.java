package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class OutsideOnPostgresTest extends OutsideTest {}
