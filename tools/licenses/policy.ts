/** Licences that a production dependency may have: permissive ones, as SPDX names them. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
] as const;

const APOLLO =
  'the reference engine: free to use and to change, but not to be offered to others as a managed service of its own';

/** Packages that may have another licence, each with the licence and the reason. */
export const EXCEPTIONS: Readonly<Record<string, { readonly license: string; readonly reason: string }>> = {
  '@apollo/composition': { license: 'Elastic-2.0', reason: APOLLO },
  '@apollo/federation-internals': { license: 'Elastic-2.0', reason: APOLLO },
  '@apollo/gateway': { license: 'Elastic-2.0', reason: APOLLO },
  '@apollo/query-graphs': { license: 'Elastic-2.0', reason: APOLLO },
  '@apollo/query-planner': { license: 'Elastic-2.0', reason: APOLLO },
};
