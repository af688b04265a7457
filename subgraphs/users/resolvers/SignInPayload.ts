import type { SignInPayloadResolvers } from '../types.generated.ts';

export const SignInPayload: SignInPayloadResolvers = {
  // Whoever has just proven to be this user may see the user, though the request came without a token.
  user: (signIn, _, { loaders }) => ('userId' in signIn ? loaders.userById.load(signIn.userId) : null),
};
