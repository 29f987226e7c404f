/**
 * How the HTTP API describes itself to programs (OpenAPI 3.1, {@code /v3/api-docs}): what every operation has in common.
 * What one operation does is the Javadoc of its controller. Knows no other room; begin with
 * {@link dev.convergence.openapi.OpenApiConfiguration}.
 */
package dev.convergence.openapi;
