import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { isAdmin, requireAdmin, requireOwner, type Viewer } from '../../../kit/viewer/viewer.ts';
import type { PasswordChange } from '../service.ts';
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

  async updateUser(_, { input }, { viewer, service, clientAddress, requireHolding }) {
    const { id: given, version = null, newPassword, currentPassword, ...profile } = input;
    const id = parseId(given);
    requireOwner(viewer, id);
    await requireHolding();
    const password = newPassword == null ? null : passwordChange(viewer, id, currentPassword, newPassword);
    const by = { address: clientAddress, isAdmin: isAdmin(viewer) };
    return toPayload('user', service.update(id, { profile, password, version }, by));
  },

  async changePassword(_, { input }, { viewer, service, clientAddress, requireHolding }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    await requireHolding();
    const password = passwordChange(viewer, id, input.currentPassword, input.newPassword);
    const by = { address: clientAddress, isAdmin: isAdmin(viewer) };
    return toPayload('user', service.update(id, { password }, by));
  },

  async deleteUser(_, { input }, { viewer, service, requireHolding }) {
    const id = parseId(input.id);
    requireOwner(viewer, id);
    await requireHolding();
    return toPayload('userId', service.delete(id, input.version ?? null));
  },
};

/** An admin sets another's password without knowing it; their own only as everybody does. */
function passwordChange(
  viewer: Viewer | null,
  id: string,
  current: string | null | undefined,
  next: string,
): PasswordChange {
  const isReset = isAdmin(viewer) && viewer?.id !== id;
  return { current: isReset ? null : (current ?? ''), next };
}
