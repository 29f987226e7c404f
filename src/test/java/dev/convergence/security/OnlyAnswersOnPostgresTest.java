package dev.convergence.security;

import dev.convergence.OnPostgres;

@OnPostgres
class OnlyAnswersOnPostgresTest extends OnlyAnswersTest {}
