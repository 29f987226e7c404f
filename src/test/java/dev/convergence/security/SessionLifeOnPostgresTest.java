package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class SessionLifeOnPostgresTest extends SessionLifeTest {}
