package dev.convergence.adaptive.action;

import dev.convergence.OnPostgres;

@OnPostgres
class AdaptationOnPostgresTest extends AdaptationTest {}
