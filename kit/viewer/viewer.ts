import { forbidden, unauthenticated } from '../errors.ts';

/** Who sends a request: the subject of a verified token, with what it may do. */
export interface Viewer {
  /** The user's id; of a machine client, the client's name. */
  readonly id: string;
  readonly scopes: readonly string[];
}

/** The scope that allows everything. */
export const ADMIN = 'admin';

export const isAdmin = (viewer: Viewer | null): boolean => viewer?.scopes.includes(ADMIN) ?? false;

/**
 * Lets the owner of a row and admins pass. To be called before any lookup, so that a refusal does not tell whether the
 * row exists.
 *
 * @throws UNAUTHENTICATED without a viewer, FORBIDDEN for another's row
 */
export function requireOwner(viewer: Viewer | null, ownerId: string): void {
  if (!viewer) throw unauthenticated();
  if (viewer.id !== ownerId && !isAdmin(viewer)) throw forbidden();
}

/** @throws UNAUTHENTICATED without a viewer, FORBIDDEN for one that is no admin */
export function requireAdmin(viewer: Viewer | null): void {
  if (!viewer) throw unauthenticated();
  if (!isAdmin(viewer)) throw forbidden();
}
