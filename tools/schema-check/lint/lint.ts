import type { SubgraphSource } from '../../compose/subgraph-source.ts';
import type { Finding } from '../finding.ts';
import { deprecation } from './deprecation.ts';
import { descriptions } from './descriptions.ts';
import { inputs } from './inputs.ts';
import { lists } from './lists.ts';
import { money } from './money.ts';
import { naming } from './naming.ts';
import { nullability } from './nullability.ts';
import { payloads } from './payloads.ts';
import { createLintContext, type LintRule } from './rule.ts';
import { sharedTypes } from './shared-types.ts';

/** The conventions of the graph by the name that findings and docs/schema-style.md give them. */
export const CONVENTIONS: Readonly<Record<string, LintRule>> = {
  description: descriptions,
  naming,
  payload: payloads,
  'input-name': inputs,
  connection: lists,
  nullability,
  'shared-type': sharedTypes,
  deprecation,
  money,
};

/** Holds the schemas against the conventions of the graph. */
export function lint(subgraphs: readonly SubgraphSource[], today: string): Finding[] {
  const context = createLintContext(subgraphs, today);
  return Object.entries(CONVENTIONS).flatMap(([rule, check]) =>
    check(context).map(({ at, message, places }) => ({
      level: 'refused',
      subject: 'convention',
      rule,
      at,
      message,
      places,
      remedy: `docs/schema-style.md#${rule} says how, and why.`,
    })),
  );
}
