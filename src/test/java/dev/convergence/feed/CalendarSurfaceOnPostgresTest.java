package dev.convergence.feed;

import dev.convergence.OnPostgres;

@OnPostgres
class CalendarSurfaceOnPostgresTest extends CalendarSurfaceTest {}
