package dev.convergence.report;

import dev.convergence.OnPostgres;

@OnPostgres
class MeetingLoadReportSurfaceOnPostgresTest extends MeetingLoadSurfaceTest {}
