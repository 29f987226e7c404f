package dev.convergence.report;

import dev.convergence.OnPostgres;

@OnPostgres
class ReportSurfaceOnPostgresTest extends ReportSurfaceTest {}
