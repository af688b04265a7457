/** Whom a token speaks for, as far as the page needs to know to show the right things; the graph alone decides. */
export interface Claims {
  readonly subject: string;
  readonly isAdmin: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Reads a token (JWT, RFC 7519) without verifying it; null where it cannot be read. */
export function readClaims(token: string): Claims | null {
  try {
    const text = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const { sub, scope, exp } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof sub !== 'string' || typeof exp !== 'number') return null;
    return {
      subject: sub,
      isAdmin: String(scope ?? '')
        .split(' ')
        .includes('admin'),
      expiresAt: exp * 1000,
    };
  } catch {
    return null;
  }
}
