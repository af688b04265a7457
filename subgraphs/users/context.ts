import { unauthenticated } from '../../kit/errors.ts';
import { isId } from '../../kit/ids.ts';
import type { RequestContext } from '../../kit/server/subgraph.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { createUsersLoaders, type UsersLoaders } from './loaders.ts';
import type { UsersRepository } from './repository.ts';
import type { UsersService } from './service.ts';

export interface UsersContext extends RequestContext {
  readonly loaders: UsersLoaders;
  readonly repository: UsersRepository;
  readonly service: UsersService;
  /** @throws UNAUTHENTICATED when the viewer has changed the password, or closed the account, since the token was issued */
  readonly requireHolding: () => Promise<void>;
}

export function createUsersContext(
  request: RequestContext,
  repository: UsersRepository,
  service: UsersService,
): UsersContext {
  let holding: Promise<void> | undefined;
  const requireHolding = () => (holding ??= checkHolding(request.viewer, repository));
  return { ...request, loaders: createUsersLoaders(repository), repository, service, requireHolding };
}

async function checkHolding(viewer: Viewer | null, repository: UsersRepository): Promise<void> {
  // Machine clients have no password here.
  if (viewer?.issuedAt === undefined || !isId(viewer.id)) return;
  const revoked = await repository.findRevocation(viewer.id);
  // Tokens tell whole seconds: one of the very second may be the new one.
  if (revoked && (viewer.issuedAt + 1) * 1000 <= revoked.getTime())
    throw unauthenticated('The token no longer holds: sign in again.');
}
