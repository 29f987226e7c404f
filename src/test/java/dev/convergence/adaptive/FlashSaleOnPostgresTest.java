package dev.convergence.adaptive;

import dev.convergence.OnPostgres;

@OnPostgres
class FlashSaleOnPostgresTest extends FlashSaleTest {}
