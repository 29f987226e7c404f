package dev.convergence.problem;

import dev.convergence.OnPostgres;

@OnPostgres
class EngineAnswersSurfaceOnPostgresTest extends EngineAnswersSurfaceTest {}
