package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class EveryVariableOnPostgresTest extends EveryVariableTest {}
