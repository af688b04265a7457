import { z } from 'zod';
import { type ApiKeyEntry, apiKeyEntry } from '../kit/viewer/api-keys.ts';

/** The settings of the REST door, which is in the gateway's process. */
export const restSettings = {
  REST: z.enum(['on', 'off']).default('on').describe('Whether `/rest` answers (docs/rest.md).'),
  REST_API_KEYS: z
    .string()
    .transform((text, context): ApiKeyEntry[] => {
      try {
        return z.array(apiKeyEntry).parse(JSON.parse(text));
      } catch {
        context.addIssue({
          code: 'custom',
          message: 'must be a JSON list such as `npm run -s token -- --api-key NAME` prints the members of',
        });
        return z.NEVER;
      }
    })
    .optional()
    .describe(
      'The API keys of `/rest`: a JSON list of what `npm run -s token -- --api-key NAME` prints, a name, a SHA-256 hash, scopes. By default there are none.',
    ),
};
