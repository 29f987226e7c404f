package dev.convergence.notification;

import dev.convergence.OnPostgres;

@OnPostgres
class OutgoingOnPostgresTest extends OutgoingTest {}
