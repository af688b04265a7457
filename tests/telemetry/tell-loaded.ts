import { registerHooks } from 'node:module';

// Prints each package of OpenTelemetry that Tessera's own code asks for; @apollo/gateway brings some that it loads itself.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@opentelemetry/') && !context.parentURL?.includes('/node_modules/'))
      process.stdout.write(`loads ${specifier}\n`);
    return next(specifier, context);
  },
});
