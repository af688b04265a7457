import { parseId } from '../../../kit/ids.ts';
import { isAdmin, requireOwner } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  signIn: (_, { input }, { service }) => service.signIn(input.login, input.password),

  registerUser: (_, { input }, { service }) => service.register(input),

  updateUser(_, { input: { id: given, version, ...changes } }, { viewer, service }) {
    const id = parseId(given);
    requireOwner(viewer, id);
    return service.update(id, changes, version ?? null);
  },

  changePassword(_, { input }, { viewer, service }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    const needsProof = viewer?.id === id || !isAdmin(viewer);
    const current = needsProof ? (input.currentPassword ?? '') : (input.currentPassword ?? null);
    return service.changePassword(id, current, input.newPassword);
  },

  async deleteUser(_, { input }, { viewer, service }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    const { user, userErrors } = await service.delete(id, input.version ?? null);
    return { userId: user?.id, userErrors };
  },
};
