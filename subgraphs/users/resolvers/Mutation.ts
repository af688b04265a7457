import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { isAdmin, requireAdmin, requireOwner } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  signIn: (_, { input }, { service, clientAddress }) =>
    service.signIn(input.login, input.password, clientAddress),

  registerUser(_, { input: { id, ...input } }, { viewer, service, clientAddress }) {
    if (id != null) requireAdmin(viewer);
    const chosen = id == null ? null : parseId(id);
    // Who is known to be trusted needs no limit.
    const address = isAdmin(viewer) ? undefined : clientAddress;
    return toPayload('user', service.register({ ...input, id: chosen }, address));
  },

  async updateUser(_, { input: { id: given, version, ...changes } }, context) {
    const { viewer, service, clientAddress, requireHolding } = context;
    const id = parseId(given);
    requireOwner(viewer, id);
    await requireHolding();
    const by = isAdmin(viewer) ? null : { address: clientAddress };
    return toPayload('user', service.update(id, changes, version ?? null, by));
  },

  async changePassword(_, { input }, { viewer, service, clientAddress, requireHolding }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    await requireHolding();
    // An admin sets another's password without knowing it; their own only as everybody does.
    const isReset = isAdmin(viewer) && viewer?.id !== id;
    const current = isReset ? null : (input.currentPassword ?? '');
    return toPayload(
      'user',
      service.changePassword(id, current, input.newPassword, { address: clientAddress }),
    );
  },

  async deleteUser(_, { input }, { viewer, service, requireHolding }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    await requireHolding();
    return toPayload('userId', service.delete(id, input.version ?? null));
  },
};
