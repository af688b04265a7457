import { DefinitionError, loadDefinitions } from './catalogue.ts';

// For `npm run check`.
try {
  await loadDefinitions();
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
