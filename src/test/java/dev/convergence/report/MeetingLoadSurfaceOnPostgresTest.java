package dev.convergence.report;

import dev.convergence.OnPostgres;

@OnPostgres
class MeetingLoadSurfaceOnPostgresTest extends MeetingLoadSurfaceTest {}
