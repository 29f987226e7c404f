// Prints what Redocly's recommended rules find wrong in an OpenAPI description, a line each; warnings are left out.
import openapi from '@redocly/openapi-core';

const config = await openapi.createConfig({ extends: ['recommended'] });
const problems = await openapi.lint({ ref: process.argv[2], config });
problems
  .filter((problem) => problem.severity === 'error')
  .forEach((problem) => console.log(`${problem.ruleId} at ${problem.location[0]?.pointer}: ${problem.message}`));
