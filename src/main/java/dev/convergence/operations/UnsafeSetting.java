package dev.convergence.operations;

/** A setting that stops a production start: its name as the operator knows it, and why. Never its value. */
record UnsafeSetting(String name, String reason) {}
