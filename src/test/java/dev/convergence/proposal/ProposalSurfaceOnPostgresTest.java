package dev.convergence.proposal;

import dev.convergence.OnPostgres;

@OnPostgres
class ProposalSurfaceOnPostgresTest extends ProposalSurfaceTest {}
