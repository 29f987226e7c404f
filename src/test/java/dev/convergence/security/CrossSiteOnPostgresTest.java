package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class CrossSiteOnPostgresTest extends CrossSiteTest {}
