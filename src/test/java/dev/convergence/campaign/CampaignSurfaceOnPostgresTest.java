package dev.convergence.campaign;

import dev.convergence.OnPostgres;

@OnPostgres
class CampaignSurfaceOnPostgresTest extends CampaignSurfaceTest {}
