import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  signIn: (_, { input }, { service }) => service.signIn(input.login, input.password),
};
