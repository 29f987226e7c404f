package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class RoleByEndpointOnPostgresTest extends RoleByEndpointTest {}
