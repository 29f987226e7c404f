package dev.convergence.signin;

import dev.convergence.OnPostgres;

@OnPostgres
class SignInSurfaceOnPostgresTest extends SignInSurfaceTest {}
