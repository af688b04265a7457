import { ConfigError } from '../../kit/config.ts';
import { loadDefinitions } from './catalogue.ts';
import { readWorkflowsConfig } from './config.ts';

// For `npm run check`.
try {
  await loadDefinitions(readWorkflowsConfig(process.env).definitions);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
