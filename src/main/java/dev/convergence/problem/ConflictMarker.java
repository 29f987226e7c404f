package dev.convergence.problem;

/** Marks an exception that the API answers with 409: what was asked for was right, but somebody else was first. */
public interface ConflictMarker {}
