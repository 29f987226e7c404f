package dev.convergence.adaptive.reading;

import dev.convergence.OnPostgres;

@OnPostgres
class DeployedRulesOnPostgresTest extends DeployedRulesTest {}
