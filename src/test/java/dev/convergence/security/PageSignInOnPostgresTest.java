package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class PageSignInOnPostgresTest extends PageSignInTest {}
