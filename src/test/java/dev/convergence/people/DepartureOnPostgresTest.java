package dev.convergence.people;

import dev.convergence.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DepartureOnPostgresTest extends DepartureTest {}
