package dev.convergence.engine;

import dev.convergence.OnPostgres;

@OnPostgres
class ModelBeanReachOnPostgresTest extends ModelBeanReachTest {}
