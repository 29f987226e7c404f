package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class EngineRoleByEndpointOnPostgresTest extends EngineRoleByEndpointTest {}
