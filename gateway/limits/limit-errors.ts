import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { TesseraError } from '../../kit/errors.ts';
import { wrapExecutor } from '../wrap-executor.ts';

/** Errors that an answer tells; one more then says how many were left out. */
const MAX_ERRORS = 1_000;

/**
 * Cuts the errors of an engine's answers: each is looked at, masked, logged and written, and a small request can make
 * any number of them (an error for each item of each list).
 */
export function limitErrors(engine: GatewayInterface): GatewayInterface {
  return wrapExecutor(engine, (executor) => async (requestContext) => {
    const result = await executor(requestContext);
    const { errors } = result;
    if (!errors || errors.length <= MAX_ERRORS) return result;
    const told = errors.slice(0, MAX_ERRORS);
    const rest = errors.length - MAX_ERRORS;
    const last = new TesseraError('TOO_MANY_ERRORS', `There are ${rest} more errors.`, {
      extensions: { leftOut: rest },
    });
    return { ...result, errors: [...told, last] };
  });
}
