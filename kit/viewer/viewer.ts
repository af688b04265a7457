import { forbidden, unauthenticated } from '../errors.ts';

/** Who sends a request: the subject of a verified token, with what it may do. */
export interface Viewer {
  /** The user's id; of a machine client, the client's name. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** When the token was issued, in seconds since 1970; 0 where it does not say. */
  readonly issuedAt?: number;
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

/**
 * Lets the owner of a row and admins see it, where the row has to be looked up to know whose it is. To everybody else
 * another's row and none are the same refusal, so that it does not tell which ids exist.
 *
 * @returns the row; null when there is none, which an admin alone is told
 * @throws UNAUTHENTICATED without a viewer, FORBIDDEN for another's row and for none
 */
export function requireOwned<Row>(
  viewer: Viewer | null,
  row: Row | null,
  ownerOf: (row: Row) => string | null,
): Row | null {
  if (!viewer) throw unauthenticated();
  if (isAdmin(viewer)) return row;
  if (row === null || ownerOf(row) !== viewer.id) throw forbidden();
  return row;
}

/** @throws UNAUTHENTICATED without a viewer */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

/** @throws UNAUTHENTICATED without a viewer, FORBIDDEN for one that is no admin */
export function requireAdmin(viewer: Viewer | null): Viewer {
  const admin = requireViewer(viewer);
  if (!isAdmin(admin)) throw forbidden();
  return admin;
}
